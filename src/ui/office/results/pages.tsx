// Which page of results stands at which address. Everybody comes to those of their services.

import { Missing } from '../missing.tsx'
import type { Whose } from '../page.tsx'
import { ResultsPage } from './results.tsx'

interface PagesProps {
  /** What follows /office/results. */
  readonly path: readonly string[]
  readonly whose: Whose
}

export function ResultsPages({ path, whose }: PagesProps) {
  const [kind, id, ...more] = path
  if (kind === undefined) return <ResultsPage of="organisation" id="" whose={whose} />
  if (id !== undefined && more.length === 0) {
    if (kind === 'services') return <ResultsPage of="service" id={id} whose={whose} />
    if (kind === 'wards') return <ResultsPage of="ward" id={id} whose={whose} />
  }
  return <Missing whose={whose} />
}
