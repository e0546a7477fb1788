// One contender on an origin of its own, named by its host, so that each has a disk of its own.

const contenders = OURS
  ? { ours: () => import('./ours.js') }
  : {
      raw: () => import('./raw.js'),
      idb: () => import('./idb.js'),
      dexie: () => import('./dexie.js'),
      pouchdb: () => import('./pouchdb.js'),
      rxdb: () => import('./rxdb.js'),
    }

const name = location.hostname.split('.')[0]
let saved = 0

window.tap = (async () => {
  const { save, prove } = await (await contenders[name]()).open()
  return {
    /** Milliseconds of each of so many answers, each awaited to its commit. */
    async some(amount) {
      const times = []
      for (let n = 0; n < amount; n++) {
        const began = performance.now()
        await save(++saved)
        times.push(performance.now() - began)
      }
      return times
    },
    prove: () => prove(saved),
  }
})()
