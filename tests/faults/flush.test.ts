// A kill proves nothing about a power cut. So the flushes of a real Chromium on its profile are counted from outside, by
// strace: between a tap and the screen's word that it is kept there must be one that has ended.

import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { place } from '../fixtures/browsers.ts'
import { freePort } from '../fixtures/port.ts'
import { which } from '../fixtures/tools.ts'
import { type Browser, openBrowser } from '../journeys/harness/browser.ts'
import { begin, byTouch, give, seal, stopAndSend, welcome, words } from '../journeys/harness/person.ts'
import { type Served, startServer } from '../journeys/harness/serve.ts'
import { english } from '../journeys/harness/tongue.ts'
import { formOf } from '../journeys/harness/twenty.ts'
import { amount } from './amounts.ts'
import { figure } from './figures.ts'
import { type Flush, flushes, type Moment, note, spans } from './flush/moments.ts'

const FORMS = amount('flushes')

let folder: string
let server: Served
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-flushes-'))
  server = await startServer({
    at: '2026-03-10T10:00:00Z',
    data: join(folder, 'server'),
    port: await freePort(),
  })
})
afterAll(async () => {
  await server.kill()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Chromium under strace, which writes each flush of each of its processes with its file and its end. */
async function watched(trace: string): Promise<Browser> {
  const program = join(folder, 'chromium')
  const calls = '-f -qq --seccomp-bpf -ttt -y -e trace=fsync,fdatasync,sync_file_range,msync'
  await writeFile(program, `#!/bin/sh\nexec strace ${calls} -o '${trace}' '${place('Chromium')}' "$@"\n`)
  await chmod(program, 0o700)
  return openBrowser(join(folder, 'tablet'), program)
}

/** The flushes of one part of the profile that began and ended within a span. */
const within = (all: readonly Flush[], { from, to }: { from: number; to: number }, part: RegExp): number =>
  all.filter(one => one.began >= from - 0.001 && one.ended <= to + 0.001 && part.test(one.file)).length

/** Whatever begins with these words. */
const called = (words: string): RegExp => new RegExp(`^${words}`)

/** Taps that change a form. */
const changing = new RegExp(
  `^(radio|${words.bar.skip}|${words.statement.continue}|${words.statement.back}|${words.bar.stop})$`,
)

const base = /IndexedDB/
/** Chromium names the files of a page by numbers, and keeps an index of them. */
const files = /File System\/.+\/\d{8}$/
const index = /File System\/.+\/Paths/

describe.runIf(which(['strace']))('a tap', () => {
  it('is flushed to the disk before the screen says that it is kept, so that a power cut takes none', {
    timeout: 120_000 + FORMS * 120_000,
  }, async () => {
    const trace = join(folder, 'trace')
    const tablet = await watched(trace)
    const { page } = tablet
    await page.addInitScript(note)
    await welcome(page, server.tabletLink)
    for (let n = 0; n < FORMS; n += 1) {
      const answers = formOf(n * 3)
      await begin(page, byTouch)
      await give(page, byTouch, answers)
      if (answers.length === formOf(0).length) await seal(page, byTouch)
      else await stopAndSend(page, byTouch)
    }
    const moments: readonly Moment[] = await page.evaluate('window.moments')
    await tablet.close()
    const all = flushes(await readFile(trace, 'utf8'))

    const answers = spans(moments, /^radio$/, 'kept', /./)
    const begins = spans(moments, called(words.card.begin), 'screen', called(english.stem))
    const ends = new RegExp(`${called(words.review.finish).source}|${called(words.stop.send).source}`)
    const seals = spans(moments, ends, 'screen', called(words.thanks.title))
    const given = Array.from({ length: FORMS }, (_, n) => formOf(n * 3)).flat()
    expect(answers).toHaveLength(given.filter(one => one !== 'skipped').length)
    expect([begins.length, seals.length], 'forms that were begun and sealed').toEqual([FORMS, FORMS])
    const each = answers.map(span => within(all, span, base))
    expect(Math.min(...each), `flushes of each answer: ${each}`).toBeGreaterThan(0)
    for (const span of begins) {
      expect(within(all, span, files), "flushes of the key's file half").toBeGreaterThan(0)
      expect(within(all, span, base), 'flushes of the first row').toBeGreaterThan(0)
    }
    for (const span of seals) expect(within(all, span, base), 'flushes of a seal').toBeGreaterThan(0)
    // Skips and steps say nothing, and are on the disk all the same before the next answer is called kept.
    const taps = moments.filter(({ is, what }) => is === 'tap' && changing.test(what))
    const whole = { from: begins[0]?.from ?? 0, to: seals.at(-1)?.to ?? 0 }
    expect(within(all, whole, base), 'flushes of all taps').toBeGreaterThanOrEqual(taps.length)
    const indexed = begins.reduce((sum, span) => sum + within(all, span, index), 0)
    const waits = answers.map(({ from, to }) => (to - from) * 1000).toSorted((a, b) => a - b)
    figure({
      proof: 'Flushes on the tablet',
      done: `${FORMS} whole forms in Chromium under strace`,
      reached: `answers ${answers.length}, beginnings ${FORMS}, seals ${FORMS}`,
      came: `flushes for each answer before the screen called it kept: at least ${Math.min(...each)}, at most ${Math.max(...each)}; ${within(all, whole, base)} flushes for ${taps.length} taps in all; Chromium's own index of files was flushed ${indexed} times at ${FORMS} beginnings; ${Math.round(waits[waits.length >> 1] ?? 0)} ms from tap to word under strace`,
    })
  })
})
