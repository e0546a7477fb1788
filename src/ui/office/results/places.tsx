// Where results can be read: services and wards by their names, and by nothing else. No figure stands beside any of them.

import type { ListedService, ListedWard } from '../../../protocol/results.ts'
import { dayWords, resultsWords, sayCount } from '../../../wording/office.ts'
import { Link } from '../link.tsx'
import { resultsPaths } from './paths.ts'

interface PlacesProps {
  readonly services: readonly ListedService[]
  /** Where one is: it is named and no link. */
  readonly here: string
}

export function Places({ services, here }: PlacesProps) {
  return (
    <nav class="office-results-places office-noprint" aria-labelledby="places">
      <h2 id="places">{resultsWords.places}</h2>
      <p>{resultsWords.placesNote}</p>
      <ul>
        {services.map(service => (
          <li key={service.id}>
            <Place to={resultsPaths.service(service.id)} here={service.id === here} name={service.name} />
            <ul>
              {service.wards.map(ward => (
                <li key={ward.id}>
                  <Place to={resultsPaths.ward(ward.id)} here={ward.id === here} name={ward.name} />
                  {`: ${manyWords(ward)}`}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Place({ to, here, name }: { to: string; here: boolean; name: string }) {
  return here ? <strong aria-current="page">{name}</strong> : <Link to={to}>{name}</Link>
}

const manyWords = ({ releases, last }: ListedWard): string =>
  last === null ? resultsWords.noReleases : sayCount(resultsWords.releases, releases, { day: dayWords(last) })
