import { describe, expect, it } from 'vitest'
import { fresh, move, press, type Scan } from '../../../src/ui/switches/scan.ts'

/** A statement: three answers, Back and Continue, one link, the four of the bar. */
const sizes = [3, 2, 1, 4]
const moved = (scan: Scan, times: number) =>
  Array.from({ length: times }).reduce<Scan>(now => move(now, sizes), scan)

describe('Grace, who answers with one switch', () => {
  it('picks the third answer by two presses, since the frame first goes over groups', () => {
    const within = press(fresh, sizes).scan
    expect(within).toEqual({ is: 'in', group: 0, item: 0, rounds: 0 })
    expect(press(moved(within, 2), sizes)).toEqual({ scan: fresh, pick: { group: 0, item: 2 } })
  })

  it('goes to every group in turn and begins again, so that nothing is out of her reach', () => {
    expect([1, 2, 3, 4].map(times => moved(fresh, times))).toEqual([
      { is: 'over', group: 1, rounds: 0 },
      { is: 'over', group: 2, rounds: 0 },
      { is: 'over', group: 3, rounds: 0 },
      { is: 'over', group: 0, rounds: 1 },
    ])
  })

  it('picks a group of one at once, since there is nothing to go over in it', () => {
    expect(press(moved(fresh, 2), sizes)).toEqual({ scan: fresh, pick: { group: 2, item: 0 } })
  })

  it('comes out of a wrong group by itself after two rounds, so that a slip costs only time', () => {
    expect(moved(press(fresh, sizes).scan, 6)).toEqual({ is: 'over', group: 0, rounds: 0 })
  })

  it('finds the frame waiting when she has looked away for two rounds, and a press only starts it', () => {
    const waiting = moved(fresh, 8)
    expect(waiting).toEqual({ is: 'waiting' })
    expect(moved(waiting, 5)).toEqual({ is: 'waiting' })
    expect(press(waiting, sizes)).toEqual({ scan: fresh })
  })
})

it('stays where it is on a page with nothing to choose', () => {
  expect(move(fresh, [])).toBe(fresh)
})
