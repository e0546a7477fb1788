// One answer on paper: a box to mark, and the sign of its quantity, empty, half or full, as large as its neighbours'.

import type { Choice } from '../../instrument/instrument.ts'

export function Answer({ code, label }: { code: Choice; label: string }) {
  return (
    <span class="office-sheet-answer">
      <svg viewBox="0 0 44 28" width="44" height="28" aria-hidden="true" focusable="false">
        <rect class="office-sheet-box" x="1.5" y="1.5" width="25" height="25" />
        <rect class="office-sheet-sign" x="33" y="4" width="9" height="20" />
        {code === 'sometimes' && <rect class="office-sheet-full" x="33" y="14" width="9" height="10" />}
        {code === 'all-the-time' && <rect class="office-sheet-full" x="33" y="4" width="9" height="20" />}
      </svg>
      {label}
    </span>
  )
}
