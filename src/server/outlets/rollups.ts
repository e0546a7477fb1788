// Releases rolled up for other systems: a ward's box over its days, a service, and all that their reader sees.

import { setImmediate } from 'node:timers/promises'
import type { NamedRollUp } from '../../exchange/tables.ts'
import type { Chosen, Level } from '../../protocol/outlets.ts'
import type { Release } from '../../results/release.ts'
import { rollingUp } from '../../results/rollup.ts'
import type { Estate, Published } from '../queries/published.ts'
import { inTurns } from '../turns.ts'

/** A roll-up with whose releases were added up. */
interface Leveled {
  readonly level: Level
  readonly named: NamedRollUp
}

/** What can be added up whole: of one ward not its service, and of one service not everything. */
export const wholeLevels = ({ service, ward }: Pick<Chosen, 'service' | 'ward'>): readonly Level[] =>
  ward !== null ? ['ward'] : service !== null ? ['ward', 'service'] : ['ward', 'service', 'organisation']

/**
 * The roll-ups of these levels, one after the other. What is added up are the releases that were given, each in one group of a
 * level: they are all in memory meanwhile, since a figure of all of them needs all of them. Within a roll-up and between two
 * everybody else's requests have their turn, and whoever asked may have gone.
 */
export async function* rollUps(
  estate: Estate,
  releases: AsyncIterable<Published>,
  levels: readonly Level[],
): AsyncGenerator<Leveled> {
  const groups = levels.map(level => ({ level, of: new Map<string, Group>() }))
  for await (const one of releases)
    for (const { level, of } of groups) {
      const { id, name } = groupOf[level](estate, one)
      const group = of.get(id) ?? { name, releases: [] }
      group.releases.push(one.release)
      of.set(id, group)
    }
  const { demonstration, name: organisation } = estate
  for (const { level, of } of groups)
    for (const { name, releases } of of.values()) {
      await setImmediate()
      for (const one of await inTurns(rollingUp(releases)))
        yield { level, named: { demonstration, organisation, of: name, rollUp: one } }
    }
}

interface Group {
  readonly name: string
  readonly releases: Release[]
}

type Whose = (estate: Estate, of: Published) => { readonly id: string; readonly name: string }

/** In which group of a level a release is. Names may be alike: ids tell groups apart. */
const groupOf: Readonly<Record<Level, Whose>> = {
  ward: (_, { box: { id, service, wards } }) => ({
    id,
    name: `${service.name}: ${wards.map(({ name }) => name).join(' + ')}`,
  }),
  service: (_, { box }) => box.service,
  // Whoever sees some services only has a sum of those, and it says so.
  organisation: ({ name, whole, services }) => ({
    id: '',
    name: whole ? name : services.map(one => one.name).join(' + '),
  }),
}
