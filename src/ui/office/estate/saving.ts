// Saving on a page of the estate: what was refused stays said there, and what was done leads back to the outline.

import { useState } from 'preact/hooks'
import type { Office, Outcome, Refusal } from '../../../office/office.ts'
import { useDesk } from '../desk.ts'
import { estatePaths } from './places.ts'

/** The last refusal, and a way to save that looks at the estate again and goes there. */
export function useSaving(): {
  readonly refusal: Refusal | undefined
  save(work: (office: Office) => Promise<Outcome<undefined>>): Promise<void>
} {
  const { office, heed, go, refresh } = useDesk()
  const [refusal, refuse] = useState<Refusal>()
  return {
    refusal,
    async save(work) {
      const outcome = await heed(work(office))
      if (!outcome.done) return refuse(outcome.refusal)
      await refresh()
      go(estatePaths.outline)
    },
  }
}
