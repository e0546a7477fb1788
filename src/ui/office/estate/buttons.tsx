// What ends a form of the estate: why it was refused, the button that saves, and the way back without saving.

import type { Refusal } from '../../../office/office.ts'
import { estateWords as words } from '../../../wording/office.ts'
import { Link } from '../link.tsx'
import { Refused } from '../notice.tsx'
import { Send } from '../send.tsx'
import { estatePaths } from './places.ts'

interface ButtonsProps {
  readonly saving: { readonly busy: boolean; readonly refusal: Refusal | undefined }
  readonly label?: string
}

export function Buttons({ saving: { busy, refusal }, label = words.save }: ButtonsProps) {
  return (
    <>
      <Refused refusal={refusal} />
      <Send label={label} busy={busy}>
        <Link to={estatePaths.outline}>{words.back}</Link>
      </Send>
    </>
  )
}
