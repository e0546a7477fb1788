// Which page of what changes stands at which address.

import { Missing } from '../missing.tsx'
import type { Whose } from '../page.tsx'
import { ActionPage } from './action.tsx'
import { BeginPage } from './begin.tsx'
import { ListPage } from './list.tsx'

interface PagesProps {
  readonly path: readonly string[]
  readonly whose: Whose
}

/** /office/actions and what is below it. */
export function ActionsPages({ path: [id, ...rest], whose }: PagesProps) {
  if (rest.length > 0) return <Missing whose={whose} />
  return id === undefined ? <ListPage whose={whose} /> : <ActionPage key={id} id={id} whose={whose} />
}

/** /office/releases/ID/act, with what it is to come from; a reader begins nothing. */
export function ActPages({ path: [release, source, ...rest], whose }: PagesProps) {
  if (release === undefined || rest.length > 0 || whose.role === 'reader') return <Missing whose={whose} />
  return <BeginPage release={release} source={source} whose={whose} />
}
