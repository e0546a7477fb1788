// An area of the office: pages of one matter, in a folder of their own.

import type { VNode } from 'preact'
import type { Overview } from '../../protocol/office.ts'
import type { Whose } from './page.tsx'

/** An area's page for the rest of a path; undefined where it has none, or none for whoever is here. */
export type AreaPages = (rest: readonly string[], overview: Overview, whose: Whose) => VNode | undefined
