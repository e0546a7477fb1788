// What an office sees first: its services, their wards, boxes and tablets. Nothing of what is in a box.

import { keeps } from '../protocol/accounts.ts'
import type { BoxView, Overview, ServiceView, TabletView, WardView } from '../protocol/office.ts'
import { openingWith } from '../protocol/wordings.ts'
import { newestFirst } from './clock.ts'
import type { House } from './house.ts'
import { todayAt, viewOf } from './queries/boxes.ts'
import { closedIn } from './queries/closing.ts'
import { releasesShown, servicesShown, type WardRow, wardsShown } from './queries/overview.ts'
import { heldOf, isSeen } from './queries/releases.ts'
import { countedIn, togetherFrom } from './queries/together.ts'
import { wardFrom } from './queries/wards.ts'
import { readable } from './queries/wordings.ts'
import { questionsOf } from './questions.ts'
import { type Session, sees } from './session.ts'
import { idsOf } from './wordings.ts'

/**
 * The overview of who is signed in: their services; only who keeps tablets sees any. It asks the database three times, for
 * many wards as for one.
 */
export async function overviewOf(house: House, session: Session): Promise<Overview> {
  const { db } = house
  const { organisation, demonstration, role } = session
  const services = Map.groupBy(await servicesShown(db, organisation), ({ id }) => id)
  const [own] = [...services.values()].flat()
  const today = todayAt(house, { days_ahead: own?.days_ahead ?? 0 })
  const rows = [...Map.groupBy(await wardsShown(db, organisation), ({ id }) => id).values()]
  const wards = rows.flatMap(([first]) => (first ? [wardFrom(first)] : []))
  const parts = rows.map(all => [...new Map(all.map(row => [row.part, row])).values()])
  const together = togetherFrom(parts.flat().map(({ part, id }) => ({ box: part, ward: id })))
  const releases = Map.groupBy(await releasesShown(db, organisation), ({ box }) => box)

  const view = (n: number, wordings: readonly string[]): WardView[] => {
    const [ward, boxes] = [wards[n], parts[n] ?? []]
    if (!ward) return []
    const told = (box: string): string[] => countedIn(together, wards, box, ward.id)
    const found = boxes.flatMap(({ part }) => releases.get(part) ?? []).toSorted(newestFirst)
    return [
      {
        id: ward.id,
        name: ward.name,
        countedWith: told(ward.box),
        group: ward.box,
        contacts: ward.contacts,
        opening: openingWith(ward.opening, wordings),
        about: ward.about,
        box: boxOf(boxes, ward.box, today),
        tablets: (keeps(role) ? tabletViews(rows[n] ?? [], today) : []).map(({ box, ...tablet }) =>
          tablet.ended || box === null || box === ward.box ? tablet : { ...tablet, still: told(box) },
        ),
        releases: found
          .filter(isSeen)
          .map(({ id, due, base, answered }) => ({ id, due, base, ...(answered === 0 && { waits: true }) })),
        held: found.flatMap(row => heldOf(row, role) ?? []),
        ...closedIn(boxes, today),
      },
    ]
  }

  const shown: ServiceView[] = []
  for (const [id, all] of services) {
    const [first] = all
    if (id === null || !first || !sees(session, id)) continue
    const wordings = idsOf(all.flatMap(switched))
    const own = wards.flatMap(({ service }, n) => (service === id ? view(n, wordings) : []))
    shown.push({ id, name: first.name ?? '', threshold: first.threshold ?? 0, wordings, wards: own })
  }
  return { organisation: own?.trust ?? '', demonstration, role, services: shown }
}

/** A service's row as a wording that is on; none where it has none. */
const switched = ({ wording, ground, reference, on_day }: ServiceRow) =>
  wording === null || ground === null
    ? []
    : readable({ wording, ground, reference: reference ?? '', on_day: on_day ?? '' })

type ServiceRow = Awaited<ReturnType<typeof servicesShown>>[number]

function boxOf(boxes: readonly WardRow[], own: string, today: string): BoxView {
  const row = boxes.find(({ part }) => part === own)
  if (!row) throw new Error('a ward without a box')
  const found = viewOf(row, today)
  // A count moves the day on as it ends: until then it is under way or waits its turn. Its day tells this, and nothing else may.
  return found.nextCount <= today ? { ...found, counting: true } : found
}

type Tablet = TabletView & { readonly box: string | null }

/** The tablets of a ward, with what their counts leave open today. */
const tabletViews = (rows: readonly WardRow[], today: string): Tablet[] =>
  rows.flatMap(row => {
    const { tablet: id, tabletName: name, heard_on, ended, stored, told: box } = row
    if (id === null || name === null || heard_on === null || ended === null) return []
    const questions = questionsOf({ heard_on, ended, stored }, tallyOf(row), today)
    return [{ id, name, heardOn: heard_on, ended: ended === 1, questions, box }]
  })

/** What a tablet said last; undefined before its first word. */
function tallyOf({ sealed, sent, withdrawn, waiting, set_aside, anew_on }: WardRow) {
  if (sealed === null || sent === null || withdrawn === null || waiting === null || set_aside === null)
    return undefined
  return { sealed, sent, withdrawn, waiting, set_aside, anew_on }
}
