// The app on a tablet and its service worker: what is asked of it, and that nothing stays open behind an answer.

import { afterEach, expect, it, vi } from 'vitest'
import { startShell } from '../../src/tablet/shell.ts'
import type { Packs, Scene } from '../../src/tablet/tablet.ts'
import { watched } from '../../src/tablet/watched.ts'
import { ward } from '../fakes/tablet.ts'

vi.mock('workbox-window', () => ({
  Workbox: class {
    addEventListener() {}
    async register() {
      return { active: {} }
    }
  },
}))

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

type Asked = { readonly type: string }

it('closes the way to the worker behind its last word, and not before: a tablet runs for weeks', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] })
  const ports = new Map<string, MessagePort>()
  const postMessage = ({ type }: Asked, [port]: MessagePort[]) => {
    if (port) ports.set(type, port)
  }
  vi.stubGlobal('navigator', { serviceWorker: { ready: Promise.resolve({ active: { postMessage } }) } })
  vi.stubGlobal('addEventListener', () => undefined)
  const close = vi.spyOn(MessagePort.prototype, 'close')
  const packs = watched<Packs>({ whole: [], coming: [] })
  const ready = watched(false)
  await startShell('/service-worker.js', {
    scene: watched<Scene>({ at: 'welcome', drafts: [] }),
    settings: watched<ReturnType<typeof ward> | undefined>(ward({ wordings: ['pl/standard'] })),
    packs,
    ready,
    quiet: () => true,
  })
  await vi.waitFor(() => expect([...ports.keys()].sort()).toEqual(['HOLD', 'READY?']))
  ports.get('HOLD')?.postMessage({ whole: [], coming: [{ tag: 'pl', done: 1, of: 2 }] })
  await vi.waitFor(() => expect(packs.get().coming).toHaveLength(1))
  expect(close).not.toHaveBeenCalled()
  ports.get('HOLD')?.postMessage({ whole: ['pl'], coming: [], end: true })
  await vi.waitFor(() => expect(close).toHaveBeenCalledTimes(1))
  expect(packs.get().whole).toEqual(['pl'])
  ports.get('READY?')?.postMessage({ base: true, whole: ['pl'] })
  await vi.waitFor(() => expect(close).toHaveBeenCalledTimes(2))
  expect(ready.get()).toBe(true)
})
