// Saving on a page of the estate: what was refused stays said there, and what was done leads back to the outline.

import type { Office, Outcome, Refusal } from '../../../office/office.ts'
import { useDesk } from '../desk.ts'
import { useTrying } from '../trying.ts'
import { estatePaths } from './places.ts'

/** What is under way, the last refusal, and a way to save that looks at the estate again and goes there. */
export function useSaving(): {
  readonly busy: boolean
  readonly refusal: Refusal | undefined
  save(work: (office: Office) => Promise<Outcome<undefined>>): Promise<void>
} {
  const { office, heed, go, refresh } = useDesk()
  const { busy, refusal, attempt } = useTrying()
  return {
    busy,
    refusal,
    async save(work) {
      if (!(await attempt(() => heed(work(office))))) return
      await refresh()
      go(estatePaths.outline)
    },
  }
}
