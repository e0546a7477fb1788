// One answer on paper: a box to mark, and the sign of its quantity, empty, half or full, as large as its neighbours'.

import type { Choice } from '../../instrument/instrument.ts'

/** Where the full part of each sign begins, of 20. */
const from: Readonly<Record<Choice, number>> = { 'not-at-all': 20, sometimes: 10, 'all-the-time': 0 }

export function Answer({ code, label }: { code: Choice; label: string }) {
  return (
    <span class="office-sheet-answer">
      <span class="office-sheet-box" />
      <svg viewBox="0 0 12 22" width="12" height="22" aria-hidden="true" focusable="false">
        <rect class="office-sheet-sign" x="1" y="1" width="10" height="20" />
        <rect class="office-sheet-full" x="1" y={1 + from[code]} width="10" height={20 - from[code]} />
      </svg>
      <span>{label}</span>
    </span>
  )
}
