// In a demonstration only: tops the ward's box up with made-up forms and lets its day come.

import { useState } from 'preact/hooks'
import type { Refusal } from '../../office/office.ts'
import type { WardView } from '../../protocol/office.ts'
import { officeWords as words } from '../../wording/office.ts'
import { useDesk } from './desk.ts'
import { Link } from './link.tsx'
import { Done, Refused } from './notice.tsx'
import { paths } from './route.ts'

type Trial = 'still' | 'busy' | 'done' | { readonly refused: Refusal }

export function Demonstrate({ ward }: { ward: WardView }) {
  const { office, heed, refresh } = useDesk()
  const [trial, setTrial] = useState<Trial>('still')
  const [newest] = ward.releases

  const run = async () => {
    if (trial === 'busy') return
    setTrial('busy')
    const outcome = await heed(office.keep.demonstrate(ward.id))
    if (outcome.done) await refresh()
    setTrial(outcome.done ? 'done' : { refused: outcome.refusal })
  }

  return (
    <div class="office-trial">
      <button type="button" class="office-button" onClick={run} aria-disabled={trial === 'busy'}>
        {words.demo.button}
      </button>
      <Done>{trial === 'busy' ? words.demo.busy : trial === 'done' ? words.demo.done : undefined}</Done>
      {trial === 'done' && newest && (
        <p>
          <Link to={paths.release(newest.id)}>{words.demo.see}</Link>
        </p>
      )}
      {typeof trial === 'object' && <Refused refusal={trial.refused} />}
    </div>
  )
}
