// Waiting drafts as cards of a shape and a colour, which say nothing of what is in them.

import type { Tablet, WaitingDraft } from '../../tablet/tablet.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'

interface DraftsProps {
  readonly tablet: Tablet
  readonly drafts: readonly WaitingDraft[]
  /** Asks before a form is erased; absent where that is not offered. */
  readonly notMe?: (draft: WaitingDraft) => void
}

export function Drafts({ tablet, drafts, notMe }: DraftsProps) {
  return (
    <ul class="drafts">
      {drafts.map(draft => (
        <li key={draft.id}>
          <Shape of={draft.shape} colour={draft.colour} />
          <p id={`draft-${draft.id}`}>{formWords(draft)}</p>
          <Button
            kind="main"
            describedBy={`draft-${draft.id}`}
            onPress={() => void tablet.go.carryOn(draft.id)}
          >
            {t('curtain.carry')}
          </Button>
          {notMe && (
            <Button kind="quiet" describedBy={`draft-${draft.id}`} onPress={() => notMe(draft)}>
              {t('curtain.notme')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

const formWords = ({ colour, shape }: WaitingDraft): string =>
  t('curtain.form', { colour: t(`curtain.${colour}`), shape: t(`curtain.${shape}`) })

const shapes = {
  circle: 'M48 12a36 36 0 1 0 0 72a36 36 0 1 0 0-72z',
  square: 'M16 16h64v64H16z',
  triangle: 'M48 12 88 82H8z',
  diamond: 'M48 8 88 48 48 88 8 48z',
  star: 'M48 8l12 27 29 3-22 19 7 29-26-15-26 15 7-29L7 38l29-3z',
  moon: 'M62 10a40 40 0 1 0 24 56A34 34 0 0 1 62 10z',
} as const

export const Shape = ({ of, colour }: { readonly of: WaitingDraft['shape']; readonly colour: string }) => (
  <svg class={`shape ${colour}`} viewBox="0 0 96 96" aria-hidden="true">
    <path d={shapes[of]} />
  </svg>
)
