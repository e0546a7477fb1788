// Every page of an office as its requests: from permissions.ts, so that a new one is tried as soon as it has a rule.

import { permissions, type Route, type Rule } from '../../src/server/permissions.ts'

/** A page's request, with who may make it. A page of somebody's own account is not among them. */
export const pages = (Object.entries(permissions) as [Route, Rule][]).flatMap(([route, rule]) =>
  rule.by === 'office' && route.startsWith('GET /api/office') && !rule.person
    ? [{ path: route.slice('GET '.length), role: rule.roles[0] ?? 'reader' }]
    : [],
)
