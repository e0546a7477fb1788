// The addresses of what changes.

import type { Source } from '../../../improve/quote.ts'
import { paths } from '../route.ts'

/** The address of each page. */
export const actionPaths = {
  all: paths.actions,
  one: (action: string) => `/office/actions/${encodeURIComponent(action)}`,
  act: (release: string, source?: string) =>
    `/office/releases/${encodeURIComponent(release)}/act${source === undefined ? '' : `/${encodeURIComponent(source)}`}`,
} as const

export const kinds = ['statement', 'tip', 'leader action'] as const satisfies readonly Source['kind'][]
