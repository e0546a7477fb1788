import { describe, expect, it } from 'vitest'
import { withFigures } from './reliability.ts'

const page = '# Title\n\n<!-- figures -->\n<!-- /figures -->\n\nAfter.\n'
const kill = { proof: 'Kill', done: '500 kills', reached: 'tap 1 | skip 2', came: '0 lost' }
const sync = { proof: 'Sync', done: '10,000 schedules', reached: 'all', came: 'once each' }

describe('the table of what the long proofs found', () => {
  it('keeps the row of a proof that was not run this time, and writes a new one over its own', () => {
    const first = withFigures(page, [kill, sync], '2026-11-22')
    const again = withFigures(first, [{ ...kill, came: '1 lost' }], '2026-11-23')
    expect(again.split('\n').filter(line => line.startsWith('| Kill'))).toEqual([
      '| Kill | 500 kills | tap 1 \\| skip 2 | 1 lost | 2026-11-23 |',
    ])
    expect(again).toContain('| Sync | 10,000 schedules | all | once each | 2026-11-22 |')
    expect(again.endsWith('<!-- /figures -->\n\nAfter.\n')).toBe(true)
  })

  it('is not written into a page that has no place for it', () => {
    expect(() => withFigures('# Title', [kill], '2026-11-22')).toThrow(/no <!-- figures/)
  })
})
