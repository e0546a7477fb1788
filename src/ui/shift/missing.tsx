// Forms that went with a database that something else has wiped: how many, and whom to tell.

import { sayCount, staffWords } from '../../wording/staff.ts'
import { Button } from '../components/button.tsx'
import { English } from './english.tsx'

interface MissingProps {
  readonly forms: number
  /** Staff have told the office; without it there is nothing to press. */
  readonly told?: () => void
}

export function Missing({ forms, told }: MissingProps) {
  const { why, told: done } = staffWords.missing
  return (
    <English class="note">
      <p>
        <strong>{sayCount(staffWords.missing, forms)}</strong> {why}
      </p>
      {told && <Button onPress={told}>{done}</Button>}
    </English>
  )
}
