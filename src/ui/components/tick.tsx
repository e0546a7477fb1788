// One choice that can be on or off: a native checkbox drawn as a large tile.

import type { ComponentChildren } from 'preact'
import { TileWords } from './tile.tsx'

interface TickProps {
  readonly label: string
  readonly note?: string
  readonly picture?: ComponentChildren
  readonly on: boolean
  readonly word: string
  readonly unavailable?: boolean
  readonly describedBy?: string
  readonly onToggle: () => void
}

export function Tick({ label, note, picture, on, word, unavailable, describedBy, onToggle }: TickProps) {
  return (
    <label class={on ? 'option tick chosen' : 'option tick'}>
      <input
        type="checkbox"
        // Or the browser writes it into the file from which it restores a page after a crash.
        autocomplete="off"
        checked={on}
        aria-disabled={unavailable ? 'true' : undefined}
        aria-describedby={describedBy}
        onClick={event => {
          // What is drawn is what is kept: the box follows the form, not the tap.
          if (unavailable) event.preventDefault()
          onToggle()
        }}
      />
      {picture}
      <TileWords label={label} note={note} word={word} />
    </label>
  )
}
