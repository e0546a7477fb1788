// How this tablet is: what staff should do about it first.

import type { Keep } from '../../tablet/tablet.ts'
import { staffWords } from '../../wording/staff.ts'
import { Button } from '../components/button.tsx'
import { useAsked } from './asked.ts'
import { English } from './english.tsx'
import { linesOf } from './lines.ts'

export function HealthLines({ keep }: { readonly keep: () => Promise<Keep> }) {
  const { came, again } = useAsked(async () => (await keep()).health())
  const { health, checking, failed } = staffWords
  return (
    <English>
      <h2>{health.title}</h2>
      {came.is === 'coming' && <p role="status">{checking}</p>}
      {came.is === 'failed' && (
        <>
          <p role="status">{failed}</p>
          <Button onPress={again}>{staffWords.again}</Button>
        </>
      )}
      {came.is === 'here' && (
        <ul class="health">
          {linesOf(came.value).map(({ says, does }) => (
            <li key={says}>{does ? <strong>{says}</strong> : says}</li>
          ))}
        </ul>
      )}
    </English>
  )
}
