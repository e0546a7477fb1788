// Equal choices of which one can be chosen: native radio buttons drawn as large tiles.

import type { ComponentChildren } from 'preact'
import { TileWords } from './tile.tsx'

export interface Option {
  readonly code: string
  readonly label: string
  readonly note?: string
  readonly picture?: ComponentChildren
  /** The language of its label, where that is not the page's. */
  readonly lang?: string
}

interface OptionsProps {
  readonly name: string
  readonly labelledBy: string
  readonly options: readonly Option[]
  readonly chosen: string | undefined
  /** The word that stands on the chosen tile, beside its border and fill. */
  readonly word: string
  readonly describedBy?: string | undefined
  readonly small?: boolean
  readonly onChoose: (code: string) => void
}

/** Listens to clicks, not changes: a tap that was not kept can be made again on the same tile. */
export function Options(props: OptionsProps) {
  const { name, labelledBy, options, chosen, word, describedBy, small, onChoose } = props
  return (
    <div
      role="radiogroup"
      class={small ? 'options small' : 'options'}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      {options.map(({ code, label, note, picture, lang }) => (
        <label key={code} lang={lang} class={code === chosen ? 'option chosen' : 'option'}>
          <input
            type="radio"
            name={name}
            value={code}
            // Or the browser writes what is chosen into the file from which it restores a page after a crash.
            autocomplete="off"
            checked={code === chosen}
            onClick={() => onChoose(code)}
          />
          {picture}
          <TileWords label={label} note={note} word={word} />
        </label>
      ))}
    </div>
  )
}
