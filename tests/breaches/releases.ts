// Breaches planted where releases are read: one by one, added up, and over time.

import type { Breach } from './breach.ts'

const release = 'tests/ui/office/results/release.test.tsx'
const page = 'tests/ui/office/results/results.test.tsx'
const server = 'tests/server/results.test.ts'
const history = { file: 'src/results/history.ts', test: 'tests/results/history.test.ts' } as const

export const releases: readonly Breach[] = [
  {
    promise: 2,
    breach: 'a banded figure has a range beside it, from which the figure can be worked out',
    file: 'src/ui/office/cell.ts',
    find: "  if (cell.kind !== 'shown') return undefined\n  const { from, to } = percents(cell.forms, base)",
    replace:
      "  const forms = cell.kind === 'shown' ? cell.forms : cell.kind === 'banded' ? 1 : 0\n  const { from, to } = percents(forms, base)",
    test: release,
    name: 'no length of its own anywhere',
  },
  {
    promise: 2,
    breach: 'a banded figure of one release is a number over time',
    ...history,
    find: "return cell.kind === 'suppressed' ? 'suppressed' : 'banded'",
    replace: "return cell.kind === 'suppressed' ? 'suppressed' : 0",
    name: 'has no figure where a release has none',
  },
  {
    promise: 2,
    breach: 'a release that is held is added up before an advocate has let it go',
    file: 'src/server/results.ts',
    find: 'row.release !== null && row.held === null',
    replace: 'row.release !== null',
    test: server,
    name: 'until it is let go',
  },
  {
    promise: 2,
    breach: 'a line goes over a gap, as if somebody had seen what lies in it',
    file: 'src/ui/office/results/chart.tsx',
    find: ".defined(point => point.kind === 'shown')\n",
    replace: '',
    test: page,
    name: 'a gap with its reason',
  },
  {
    promise: 7,
    breach: 'wards are sorted by how much there is of them, a league table by another name',
    file: 'src/server/results.ts',
    find: ').map(own => wardOf(own, byBox)),',
    replace: ').map(own => wardOf(own, byBox)).toSorted((a, b) => b.releases - a.releases),',
    test: server,
    name: 'so that nobody is ranked',
  },
  {
    promise: 7,
    breach: 'the office rounds an interval otherwise than the known answers have it',
    file: 'src/results/interval.ts',
    find: 'Math.round(Math.round(share * 10_000) / 10) / 10',
    replace: 'Math.round(share * 1000) / 10',
    test: release,
    name: 'known range',
  },
  {
    promise: 7,
    breach: 'trial limits look as if they were settled',
    file: 'src/ui/office/results/findings.tsx',
    find: '{trial && <p>{said.trial}</p>}',
    replace: '',
    test: page,
    name: 'it says so',
  },
  {
    promise: 7,
    breach: 'releases of two versions of the statements are one series',
    ...history,
    find: 'JSON.stringify([id, version])',
    replace: 'JSON.stringify([id, version.length > 0])',
    name: 'never mixes versions',
  },
  {
    promise: 7,
    breach: 'the bars can’t be reached by keyboard',
    file: 'src/ui/office/rove.ts',
    find: 'tabindex: first ? 0 : -1',
    replace: 'tabindex: -1',
    test: release,
    name: 'by keyboard',
  },
]
