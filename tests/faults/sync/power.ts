// The power of a server: it can go just before the next commit, or just after it and before anybody hears.

import type { House } from '../../../src/server/house.ts'

export type Moment = 'before the commit' | 'after the commit'

/** A house whose power can be made to go. */
export function crashing(house: House) {
  const power: { goes: Moment | undefined; gone: boolean } = { goes: undefined, gone: false }
  const go = (): never => {
    power.goes = undefined
    power.gone = true
    throw new Error('the power goes')
  }
  const transaction = () => {
    const begun = house.db.transaction()
    const execute: typeof begun.execute = async work => {
      if (power.gone) go()
      const done = await begun.execute(async within => {
        const answer = await work(within)
        if (power.goes === 'before the commit') go()
        return answer
      })
      if (power.goes === 'after the commit') go()
      return done
    }
    return { execute }
  }
  const db = new Proxy(house.db, {
    get(target, key) {
      if (key === 'transaction') return transaction
      const found: unknown = Reflect.get(target, key, target)
      return typeof found === 'function' ? found.bind(target) : found
    },
  })
  return { house: { ...house, db }, power }
}
