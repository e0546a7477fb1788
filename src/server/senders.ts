// Who may send which envelopes, and into which box each belongs.

import type { Header } from '../envelope/header.ts'
import type { ProblemNumber } from '../protocol/problems.ts'
import type { House } from './house.ts'
import { openableKeys, openableOn } from './queries/keys.ts'
import { type EnrolledTablet, eldestBox, tabletsOf } from './queries/tablets.ts'
import { type Ward, wardsOf } from './queries/wards.ts'
import { refuse } from './refusal.ts'
import { type Session, sees } from './session.ts'

/** The box that an envelope belongs into, or why it may not come from there. */
export type Place = { readonly box: string } | { readonly problem: ProblemNumber }

/** Somebody who sends envelopes. */
export interface Sender {
  readonly organisation: string
  /** Null where an office sends. */
  readonly tablet: string | null
  place(header: Header): Place
}

/** A tablet: forms of its own ward into the box that it was told of, and none on paper. Refuses with 401.1 when the ward is gone. */
export async function tabletSender(house: House, tablet: EnrolledTablet): Promise<Sender> {
  const { organisation, id, ward, box } = tablet
  const keys = await openableOn(house.db, organisation, ward)
  if (keys === undefined) throw refuse('401.1')
  return sender(organisation, id, new Map([[ward, { keys, box }]]), 'by touch')
}

/**
 * A leader with a rescue file, of a tablet where the file names one: forms of any ward of their services, and none on paper.
 * Another's is refused with 403.6.
 */
export async function rescueSender(house: House, session: Session, tablet?: string): Promise<Sender> {
  const wards = await wardsOf(house.db, session.organisation)
  const others = new Set(wards.filter(ward => !sees(session, ward.service)).map(ward => ward.id))
  const tablets = await tabletsOf(house.db, session.organisation)
  const from = tablets.find(one => one.id === tablet)
  const told = (ward: Ward): string =>
    from?.ward === ward.id ? (from.box ?? ward.box) : eldestBox(tablets, ward)
  const open = await openOf(house, session.organisation, wards, told)
  const whole = sender(session.organisation, null, open, 'by touch')
  return {
    ...whole,
    place(header) {
      // The whole file is refused, and nothing put aside: who leads that service brings it in.
      if (others.has(header.ward)) throw refuse('403.6')
      return whole.place(header)
    },
  }
}

/** An advocate: forms on paper of one ward, and nothing else. Refuses with 404.1 when there is no such ward. */
export async function paperSender(house: House, organisation: string, id: string): Promise<Sender> {
  const wards = (await wardsOf(house.db, organisation)).filter(ward => ward.id === id)
  if (wards.length === 0) throw refuse('404.1')
  return sender(organisation, null, await openOf(house, organisation, wards, ward => ward.box), 'on paper')
}

/** What a ward takes: forms that are sealed to one of these keys, into this box. */
interface Open {
  readonly keys: ReadonlySet<string>
  readonly box: string
}

async function openOf(
  house: House,
  organisation: string,
  wards: readonly Ward[],
  boxOf: (ward: Ward) => string,
): Promise<Map<string, Open>> {
  const keys = new Map<string, Set<string>>()
  for (const { service } of wards)
    if (!keys.has(service)) keys.set(service, await openableKeys(house.db, organisation, service))
  return new Map(
    wards.map(ward => [ward.id, { keys: keys.get(ward.service) ?? new Set<string>(), box: boxOf(ward) }]),
  )
}

function sender(
  organisation: string,
  tablet: string | null,
  wards: ReadonlyMap<string, Open>,
  kind: 'by touch' | 'on paper',
): Sender {
  return {
    organisation,
    tablet,
    place(header) {
      const ward = wards.get(header.ward)
      if (ward === undefined) return { problem: '422.2' }
      if ((header.paper === true) !== (kind === 'on paper')) return { problem: '422.7' }
      return ward.keys.has(header.key) ? { box: ward.box } : { problem: '422.3' }
    },
  }
}
