// What ends a form of the estate: why it was refused, the button that saves, and the way back without saving.

import type { Refusal } from '../../../office/office.ts'
import { estateWords as words } from '../../../wording/office.ts'
import { Link } from '../link.tsx'
import { Refused } from '../notice.tsx'
import { Send } from '../send.tsx'
import { estatePaths } from './places.ts'

export function Buttons({ refusal, label = words.save }: { refusal: Refusal | undefined; label?: string }) {
  return (
    <>
      <Refused refusal={refusal} />
      <Send label={label}>
        <Link to={estatePaths.outline}>{words.back}</Link>
      </Send>
    </>
  )
}
