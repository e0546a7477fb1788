import { describe, expect, it } from 'vitest'
import { markOf, slipHash } from '../../src/envelope/slip.ts'
import { plainManner } from '../../src/form/form.ts'
import type { Withdrawals } from '../../src/store/withdrawals.ts'
import { createTaking, HOUR, PATIENCE } from '../../src/tablet/slips.ts'
import type { Scene, TakenBack } from '../../src/tablet/tablet.ts'
import { createTakeBack } from '../../src/tablet/takeback.ts'
import { watched } from '../../src/tablet/watched.ts'

const taps = [3, 3, 0, 15, 7, 1]

/** Time that passes when it is told to. */
function hands() {
  const due = new Map<() => void, number>()
  return {
    due,
    later(work: () => void, milliseconds: number) {
      due.set(work, milliseconds)
      return () => void due.delete(work)
    },
    pass(milliseconds: number) {
      for (const [work, at] of due) if (at <= milliseconds) work()
    },
  }
}

/** A tablet on whose disk, and of whose server, this is known. */
function taking(known: Awaited<ReturnType<Withdrawals['ask']>>, after: typeof known = known) {
  const time = hands()
  const heard: string[] = []
  let answered = () => {}
  const take = createTaking({
    slips: {
      async ask(slip, mark) {
        heard.push(slip, mark)
        return known
      },
      known: async () => (after === 'tries' ? 'unknown' : after),
      rest: async () => void heard.push('rest'),
    },
    subtle: crypto.subtle,
    nudge() {
      heard.push('nudge')
      return new Promise(done => {
        answered = done
      })
    },
    tally: async () => {},
    later: time.later,
  })
  return { take: () => take(taps, 'maple'), time, heard, answer: () => answered() }
}

const until = async (what: () => boolean) => {
  while (!what()) await new Promise(later => setTimeout(later, 5))
}

describe('six pictures', () => {
  it('are heard of by nobody but as their slow hash, which is another on every ward', async () => {
    const { take, heard } = taking('taken')
    await take()
    const slip = await slipHash(taps, 'maple', crypto.subtle)
    expect(heard.slice(0, 2)).toEqual([slip, await markOf(slip, crypto.subtle)])
  })

  it('take a form at once that never left, and the server is told without anybody waiting for it', async () => {
    const { take, heard } = taking('taken')
    expect(await take()).toBe('taken')
    expect(heard).toContain('nudge')
  })

  it('wait for the server’s word, so that what is said is so', async () => {
    const { take, heard, answer } = taking('asked', 'opened')
    const told = take()
    await until(() => heard.includes('nudge'))
    answer()
    expect(await told).toBe('opened')
  })

  it('wait eight seconds and no longer: then it is asked, and goes on being asked', async () => {
    const { take, heard, time } = taking('asked')
    const told = take()
    await until(() => heard.includes('nudge'))
    await until(() => [...time.due.values()].includes(PATIENCE))
    time.pass(PATIENCE)
    expect(await told).toBe('asked')
  })

  it('ask nobody after too many tries, and are heard again after an hour', async () => {
    const { take, heard, time } = taking('tries')
    expect(await take()).toBe('tries')
    expect(heard).not.toContain('nudge')
    time.pass(HOUR)
    expect(heard).toContain('rest')
  })
})

describe('the screen on which a form is taken back', () => {
  function screen(ask: () => Promise<TakenBack>) {
    const scene = watched<Scene>({ at: 'welcome', drafts: [] })
    const moves: string[] = []
    const shown: Scene[] = []
    scene.watch(() => shown.push(scene.get()))
    const takeBack = createTakeBack({ scene, leave: () => void moves.push('left'), ask })
    takeBack.open('pl', plainManner)
    return { scene, takeBack, moves, shown }
  }
  const is = (scene: Scene) => (scene.at === 'takeback' ? scene.is : scene.at)

  it('speaks in the voice that Welcome had, and lets go of what was there', () => {
    const { scene, moves } = screen(async () => 'taken')
    expect(scene.get()).toEqual({ at: 'takeback', language: 'pl', manner: plainManner, is: 'tapping' })
    expect(moves).toEqual(['left'])
  })

  it('asks, and says what came of it', async () => {
    const { takeBack, shown } = screen(async () => 'taken')
    await takeBack.ask(taps)
    expect(shown.map(is)).toEqual(['tapping', 'asking', 'taken'])
  })

  it('holds the pictures in nothing that it shows or keeps', async () => {
    const { takeBack, shown } = screen(async () => 'asked')
    await takeBack.ask(taps)
    expect(JSON.stringify(shown)).not.toContain(JSON.stringify(taps).slice(1, -1))
  })

  it('says that nothing was asked when the disk refused, and asks when it is pressed again', async () => {
    let refuses = true
    const { scene, takeBack } = screen(async () => {
      if (refuses) throw new DOMException('full', 'QuotaExceededError')
      return 'taken'
    })
    await takeBack.ask(taps)
    expect(is(scene.get())).toBe('unasked')
    refuses = false
    await takeBack.ask(taps)
    expect(is(scene.get())).toBe('taken')
  })

  it('asks once for two taps, and not at all from another screen', async () => {
    let times = 0
    const { scene, takeBack } = screen(async () => {
      times += 1
      return 'taken'
    })
    await Promise.all([takeBack.ask(taps), takeBack.ask(taps)])
    scene.set({ at: 'curtain', drafts: [] })
    await takeBack.ask(taps)
    expect(times).toBe(1)
  })

  it('is not put before the next person by an answer that comes when its own has gone', async () => {
    let answer: (told: TakenBack) => void = () => {}
    const { scene, takeBack } = screen(
      () =>
        new Promise(told => {
          answer = told
        }),
    )
    const asked = takeBack.ask(taps)
    scene.set({ at: 'curtain', drafts: [] })
    answer('taken')
    await asked
    expect(scene.get()).toEqual({ at: 'curtain', drafts: [] })
    takeBack.open('en', plainManner)
    expect(is(scene.get())).toBe('tapping')
  })
})
