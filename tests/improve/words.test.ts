import { describe, expect, it } from 'vitest'
import { isDay, monthsAfter } from '../../src/improve/days.ts'
import { faultIn, faultOf, isShown } from '../../src/improve/words.ts'

describe('what a leader writes for people on the ward', () => {
  it('is one short line about nobody by name, and says what is wrong with it', () => {
    expect(faultOf('We meet every week.', 200)).toBeUndefined()
    expect(faultOf(' ', 200)).toBe('empty')
    expect(faultOf('One.\nTwo.', 200)).toBe('more than one line')
    expect(faultOf('We listen.', 9)).toBe('too long')
    for (const name of [
      'Ask Dr Smith.',
      'Nurse  Jane will help.',
      'Ask ms. Élan, or Ms Élan.',
      'Write to g@ward.',
    ])
      expect(faultOf(name, 200), name).toBe('a name')
    expect(faultOf('A nurse or a doctor will listen. Sisters too.', 200)).toBeUndefined()
  })

  it('is easier for whoever chose plainer words: no sentence of more than fifteen words', () => {
    const fifteen = 'a b c d e f g h i j k l m n o.'
    expect(faultIn({ plain: 'We meet.', easy: `${fifteen} ${fifteen}` })).toBeUndefined()
    expect(faultIn({ plain: 'We meet.', easy: `We ${fifteen}` })).toBe('a long sentence')
    expect(faultIn({ plain: `We ${fifteen}`, easy: 'We meet.' })).toBeUndefined()
    expect(isShown({ said: { plain: 'a', easy: 'a' }, did: { plain: 'a', easy: '' } })).toBe(false)
  })
})

describe('a day', () => {
  it('is one of the calendar', () => {
    expect(['2026-02-28', '2028-02-29'].map(isDay)).toEqual([true, true])
    expect(['2026-02-29', '2026-13-01', '1 March', '2026-3-1', ''].map(isDay)).toEqual(Array(5).fill(false))
  })

  it('has one some months later, the last of a month that is too short', () => {
    expect(monthsAfter('2026-03-01', 3)).toBe('2026-06-01')
    expect(monthsAfter('2026-11-30', 3)).toBe('2027-02-28')
    expect(monthsAfter('2027-12-31', 2)).toBe('2028-02-29')
    expect(monthsAfter('2026-03-01', 12)).toBe('2027-03-01')
  })
})
