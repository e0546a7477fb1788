// The audit trail, as leaders read it.

import { Hono } from 'hono'
import type { AuditReply } from '../../protocol/accounts.ts'
import { doors } from '../../protocol/doors.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import { auditOf } from '../queries/audit.ts'

/** GET a page of it, newest day first; `before` is what the page before gave. */
export const auditRoutes: Routes = house =>
  new Hono().get(
    doors.audit,
    endpoint(
      house,
      { may: 'GET /api/office/audit' },
      ({ house, who: { organisation }, context }): Promise<AuditReply> =>
        auditOf(house.db, organisation, context.req.query('before') ?? null),
    ),
  )
