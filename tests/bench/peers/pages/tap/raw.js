// The floor: IndexedDB itself, one row an answer, flushed, and told to commit at once.

import { answer, prove } from './answers.js'

const asked = request =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

export async function open() {
  const opening = indexedDB.open('raw', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('answers', { keyPath: ['form', 'seq'] })
  const database = await asked(opening)
  return {
    save: n =>
      new Promise((resolve, reject) => {
        const tx = database.transaction('answers', 'readwrite', { durability: 'strict' })
        tx.oncomplete = () => resolve()
        tx.onabort = () => reject(tx.error)
        tx.objectStore('answers').add(answer(n))
        tx.commit()
      }),
    prove: async n => prove(await asked(database.transaction('answers').objectStore('answers').getAll()), n),
  }
}
