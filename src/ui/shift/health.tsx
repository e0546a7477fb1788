// How this tablet is: what staff should do about it first.

import type { Health } from '../../tablet/tablet.ts'
import { staffWords } from '../../wording/staff.ts'
import { Button } from '../components/button.tsx'
import type { Came } from './asked.ts'
import { English } from './english.tsx'
import { linesOf } from './lines.ts'

interface HealthProps {
  readonly came: Came<Health>
  readonly again: () => void
}

/** What can't wait, for whoever does not look further. */
export function Urgent({ came }: Pick<HealthProps, 'came'>) {
  const urgent = came.is === 'here' ? linesOf(came.value).filter(({ now }) => now) : []
  if (urgent.length === 0) return null
  return (
    <English class="note">
      {urgent.map(({ says }) => (
        <p key={says}>{says}</p>
      ))}
    </English>
  )
}

/** All the rest: what can't wait stands above it already. */
export function HealthLines({ came, again }: HealthProps) {
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
          {linesOf(came.value)
            .filter(({ now }) => !now)
            .map(({ says, does }) => (
              <li key={says}>{does ? <strong>{says}</strong> : says}</li>
            ))}
        </ul>
      )}
    </English>
  )
}
