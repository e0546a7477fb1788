// Which page of what leaves stands at which address, and who comes to it: files everybody, other systems an administrator.

import type { Overview } from '../../../protocol/office.ts'
import { Missing } from '../missing.tsx'
import type { Whose } from '../page.tsx'
import { ExportsPage } from './exports.tsx'
import { TokensPage } from './tokens.tsx'
import { WebhooksPage } from './webhooks.tsx'

interface PagesProps {
  readonly path: readonly string[]
  readonly overview: Overview
  readonly whose: Whose
}

/** The pages of /office/exports. */
export function ExportsPages({ path: [place, ...more], overview: { services, role }, whose }: PagesProps) {
  const shared = { services, whose }
  if (place === undefined) return <ExportsPage {...shared} />
  if (role !== 'administrator' || more.length > 0) return <Missing whose={whose} />
  if (place === 'tokens') return <TokensPage {...shared} />
  if (place === 'webhooks') return <WebhooksPage {...shared} />
  return <Missing whose={whose} />
}
