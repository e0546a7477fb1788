// The keeper of languages: what it asks of the service worker, when a language may appear, and when a tablet is ready.

import { describe, expect, it } from 'vitest'
import type { Settings } from '../../src/protocol/tablet.ts'
import { keepLanguages } from '../../src/tablet/packs.ts'
import type { Packs } from '../../src/tablet/tablet.ts'
import { watched } from '../../src/tablet/watched.ts'
import type { Shelved } from '../../src/wording/shelf.ts'
import { ward } from '../fakes/tablet.ts'

/** A tablet of a ward with Polish; `say` is the service worker's word to the last that it was asked. */
function tablet(whole: readonly string[] = []) {
  const settings = watched<Settings | undefined>(ward({ wordings: ['pl/standard'] }))
  const packs = watched<Packs>({ whole, coming: [] })
  const asked: (readonly string[])[] = []
  const told: boolean[] = []
  const at = { still: true, say: (_: Shelved) => {}, move: () => {} }
  const look = keepLanguages({
    settings,
    packs,
    moved(then) {
      at.move = then
    },
    still: () => at.still,
    tell: ready => void told.push(ready),
    hold(tags, tell) {
      asked.push(tags)
      at.say = tell
    },
  })
  return { settings, packs, asked, at, look, ready: () => told.at(-1) }
}

describe('the languages of a ward', () => {
  it('are asked for at the start, and make the tablet ready only when every one is whole', () => {
    const { asked, at, packs, ready } = tablet()
    expect(asked).toEqual([['pl']])
    expect(ready()).toBe(false)
    at.say({ whole: [], coming: [{ tag: 'pl', done: 10, of: 40 }] })
    expect(packs.get()).toEqual({ whole: [], coming: [{ tag: 'pl', done: 10, of: 40 }] })
    expect(ready()).toBe(false)
    at.say({ whole: ['pl'], coming: [], end: true })
    expect(packs.get().whole).toEqual(['pl'])
    expect(ready()).toBe(true)
  })

  it('never appear under a finger: one that comes while somebody is at Welcome waits until they have moved on', () => {
    const { at, packs, ready } = tablet()
    at.still = false
    at.say({ whole: ['pl'], coming: [], end: true })
    expect(packs.get().whole).toEqual([])
    expect(ready()).toBe(true)
    at.still = true
    at.move()
    expect(packs.get().whole).toEqual(['pl'])
  })

  it('are asked for anew when the ward changes them, once the asking under way has ended', () => {
    const { asked, at, settings, packs } = tablet(['pl'])
    settings.set(ward({ wordings: [] }))
    expect(asked).toHaveLength(1)
    at.say({ whole: ['pl'], coming: [], end: true })
    expect(asked).toEqual([['pl'], []])
    at.say({ whole: [], coming: [], end: true })
    expect(packs.get().whole).toEqual([])
  })

  it('are said to have failed when they did not come, and are tried again when asked', () => {
    const { asked, at, packs, look, ready } = tablet()
    at.say({ whole: [], coming: [{ tag: 'pl', done: 0, of: 40 }], failed: true, end: true })
    expect(packs.get().failed).toBe(true)
    expect(ready()).toBe(false)
    look()
    expect(asked).toHaveLength(2)
    at.say({ whole: ['pl'], coming: [], end: true })
    expect(packs.get().failed).toBeUndefined()
  })
})
