// Releases as the files that leave: each made part by part as it is read, so that a long one is never whole in memory.

import { dictionaryCsv } from '../../exchange/dictionary.ts'
import { checkerResponses } from '../../exchange/fhir/checker.ts'
import { codeSystems } from '../../exchange/fhir/codes.ts'
import { structureDefinitions } from '../../exchange/fhir/extensions.ts'
import { measure } from '../../exchange/fhir/measure.ts'
import { measureReport } from '../../exchange/fhir/measurereport.ts'
import { evaluationQuestionnaire, readinessQuestionnaire } from '../../exchange/fhir/questionnaire.ts'
import type { Response } from '../../exchange/fhir/response.ts'
import { breakdownRows, headOf, releaseRows, rollUpRows } from '../../exchange/releasecsv.ts'
import { breakdownTable, type Named, releaseTable, rollUpTable } from '../../exchange/tables.ts'
import { evaluation } from '../../instrument/evaluation.ts'
import type { File, Level } from '../../protocol/outlets.ts'
import { translated } from '../../wording/translations.ts'
import type { Database } from '../database/database.ts'
import type { House } from '../house.ts'
import type { Estate, Published } from '../queries/published.ts'
import { checkersIn } from '../queries/readiness.ts'
import { rollUps } from './rollups.ts'

/** Where our FHIR resources have their addresses. */
export const fhirBase = ({ publicUrl }: Pick<House, 'publicUrl'>): string => `${publicUrl}/fhir`

/** A release with the names that stand in a file. */
export const namedOf = ({ name, demonstration }: Estate, { id, box, wards, release }: Published): Named => ({
  id,
  demonstration,
  organisation: name,
  service: box.service.name,
  wards,
  release,
})

/** What explains itself without any release: questionnaires, the measure, codes and extensions. */
export const definitions = (base: string) => [
  evaluationQuestionnaire(base, translated),
  readinessQuestionnaire(base),
  measure(base, evaluation),
  ...codeSystems(base),
  ...structureDefinitions(base),
]

/** What the services that a reader sees say of themselves: their finished Readiness Checkers, one voice each. */
export async function responses(db: Database, base: string, estate: Estate): Promise<readonly Response[]> {
  const { services, demonstration } = estate
  const names = new Map(services.map(({ id, name }) => [id, name]))
  const checkers = await checkersIn(db, estate.organisation, [...names.keys()])
  return checkers.flatMap(one =>
    checkerResponses(base, one, { name: names.get(one.setting) ?? one.setting, demonstration }),
  )
}

/** A file of releases, in parts. `base` is where our FHIR resources have their addresses. */
export async function* written(
  file: File,
  base: string,
  estate: Estate,
  releases: AsyncIterable<Published>,
  levels: readonly Level[],
  said: readonly Response[] = [],
): AsyncGenerator<string> {
  if (file === 'dictionary.csv') return yield dictionaryCsv()
  if (file === 'rollups.csv') {
    yield headOf(rollUpTable)
    for await (const { named } of rollUps(estate, releases, levels)) yield rollUpRows(named)
    return
  }
  if (file === 'fhir.json') return yield* bundle(base, estate, releases, said)
  const [table, rows] =
    file === 'releases.csv'
      ? ([releaseTable, releaseRows] as const)
      : ([breakdownTable, breakdownRows] as const)
  yield headOf<never>(table)
  for await (const one of releases) yield rows(namedOf(estate, one))
}

async function* bundle(
  base: string,
  estate: Estate,
  releases: AsyncIterable<Published>,
  said: readonly Response[],
): AsyncGenerator<string> {
  yield '{"resourceType":"Bundle","type":"collection","entry":['
  let between = ''
  const entry = (resource: { readonly resourceType: string; readonly id: string }) => {
    const fullUrl = `${base}/${resource.resourceType}/${resource.id}`
    const text = between + JSON.stringify({ fullUrl, resource })
    between = ','
    return text
  }
  for (const one of definitions(base)) yield entry(one)
  for await (const one of releases) yield entry(measureReport(base, namedOf(estate, one)))
  for (const one of said) yield entry(one)
  yield ']}'
}
