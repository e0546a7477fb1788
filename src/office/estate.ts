// What an office settles about its estate, and the requests.

import { endpoints } from '../protocol/endpoints.ts'
import type { GroupsRequest, ServiceRequest } from '../protocol/estate.ts'
import { type addresses, ask, nothing } from './http.ts'
import type { Outcome } from './outcome.ts'

/** Names, numbers, days, and which wards are counted together. */
export interface Estate {
  nameOrganisation(name: string): Promise<Outcome<undefined>>
  nameWard(ward: string, name: string): Promise<Outcome<undefined>>
  setService(service: string, settled: ServiceRequest): Promise<Outcome<undefined>>
  /** Every ward of the service stands in one of the groups, and stood in one of those that were seen. */
  putTogether(service: string, asked: GroupsRequest): Promise<Outcome<undefined>>
  /** Moves the next count of a ward's box to a later day. */
  moveCount(ward: string, day: string): Promise<Outcome<undefined>>
}

/** Those requests; `at` makes a path whole. */
export const estateRequests = (at: ReturnType<typeof addresses>): Estate => ({
  nameOrganisation: name => ask(at(endpoints.organisation), 'PUT', nothing, { name }),
  nameWard: (ward, name) => ask(at(endpoints.wardName, ward), 'PUT', nothing, { name }),
  setService: (service, settled) => ask(at(endpoints.service, service), 'PUT', nothing, settled),
  putTogether: (service, asked) => ask(at(endpoints.groups, service), 'PUT', nothing, asked),
  moveCount: (ward, day) => ask(at(endpoints.countDay, ward), 'PUT', nothing, { day }),
})
