// A flush is what a tap costs a tablet, its disk and its battery. Counted from outside, in a real Chromium: one, never two.

import { describe, expect, it } from 'vitest'
import { flushesOf } from '../bench/tap/flushes.ts'
import { withPages } from '../bench/tap/pages.ts'
import { which } from '../fixtures/tools.ts'

const TAPS = 60

describe.runIf(which(['strace']))('an answer', () => {
  it('is flushed to the disk once, so that nobody waits for more than it takes to keep it', async () => {
    const { ours } = await withPages(false, served => flushesOf(served, ['ours'], TAPS))
    expect(ours).toBe(TAPS)
  })
})
