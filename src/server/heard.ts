// What goes back to the people of a ward: the newest release in few bytes, and what was answered to it and to those before.

import { monthsAfter } from '../improve/days.ts'
import { heard } from '../improve/heard.ts'
import type { OnTablet, TabletCell } from '../protocol/heard.ts'
import type { Cell } from '../results/suppress.ts'
import type { Database } from './database/database.ts'
import { actionsOf } from './queries/actions.ts'
import { type Figures, figuresOf, toldBy } from './queries/told.ts'

/** Months for which an earlier release is still told of. */
const BEFORE = 12

/** `told`: the day of the newest release while nobody has answered it; null before the first, and once it is answered. */
interface HeardOf {
  readonly told: string | null
  /** Absent before the first release, and while its figures can't be read. */
  readonly heard?: OnTablet
}

/**
 * What the tablets of a ward are told; a release that is held is in none of it. `others` says which other wards were counted
 * in a box.
 */
export async function heardOf(
  db: Database,
  { organisation, ward }: { readonly organisation: string; readonly ward: string },
  others: (box: string) => readonly string[],
): Promise<HeardOf> {
  const releases = await toldBy(db, organisation, ward)
  const [newest] = releases
  if (!newest) return { told: null }
  const since = monthsAfter(newest.due, -BEFORE)
  const recent = releases.filter(({ due }) => due >= since)
  const actions = await actionsOf(
    db,
    organisation,
    recent.map(({ id }) => id),
  )
  const told = recent.map(release => heard(release, actions))
  const figures = await figuresOf(db, organisation, newest.id)
  return {
    told: told[0]?.kind === 'answered' ? null : newest.due,
    ...(figures && { heard: { release: compact(figures, newest.due, others(newest.box)), told } }),
  }
}

function compact(
  { base, items, topics }: Figures,
  due: string,
  wards: readonly string[],
): OnTablet['release'] {
  return {
    due,
    base,
    wards: [...wards],
    items: Object.fromEntries(
      items.map(({ id, cells }) => {
        const { 'not-at-all': none, sometimes, 'all-the-time': all, ...left } = cells
        return [id, [cellOf(none), cellOf(sometimes), cellOf(all), sum(Object.values(left).map(cellOf))]]
      }),
    ),
    topics: Object.fromEntries(
      topics.map(({ id, cell }) => [id, cellOf(cell)] as const).filter(([, is]) => is !== 0 && is !== 'few'),
    ),
  }
}

function cellOf(cell: Cell | undefined): TabletCell {
  if (cell === undefined || cell.kind === 'suppressed') return null
  if (cell.kind === 'shown') return cell.forms
  return cell.band === 'none or nearly none' ? 'few' : 'most'
}

/** Those who skipped it and those who had stopped before, as one; null as soon as one of the two is not shown. */
function sum(cells: readonly TabletCell[]): TabletCell {
  const [first = null, ...others] = cells
  if (others.length === 0) return first
  const forms = cells.map(Number)
  return cells.every(cell => typeof cell === 'number') ? forms.reduce((all, one) => all + one, 0) : null
}
