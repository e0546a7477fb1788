// One tablet, one window, on the real locks of this engine.

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { single } from '../../src/tablet/single.ts'

const open: EventTarget[] = []

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  vi.useRealTimers()
  for (const page of open.splice(0)) page.dispatchEvent(new Event('pagehide'))
})

/** A window, as far as the tablet looks at one. */
function page(locks: LockManager | undefined = navigator.locks) {
  const reload = vi.fn()
  const made = Object.assign(new EventTarget(), { navigator: { locks }, location: { reload } })
  open.push(made)
  let state = 'waiting'
  const taken = single(made as unknown as Window, () => {
    state = 'elsewhere'
  }).then(() => {
    state = 'here'
  })
  return {
    taken,
    reload,
    state: () => state,
    close: () => made.dispatchEvent(new Event('pagehide')),
    back: (persisted: boolean) => made.dispatchEvent(Object.assign(new Event('pageshow'), { persisted })),
  }
}

/** Lets the locks speak; with `milliseconds`, time passes first. */
async function passes(milliseconds = 0): Promise<void> {
  vi.advanceTimersByTime(milliseconds)
  for (let n = 0; n < 5; n += 1) await new Promise(later => setImmediate(later))
}

it('lets the first window be the tablet, and a second only when the first is closed', async () => {
  const first = page()
  await first.taken
  const second = page()
  await passes(1000)
  expect([first.state(), second.state()]).toEqual(['here', 'elsewhere'])
  first.close()
  await second.taken
  expect(second.state()).toBe('here')
})

it('does not flash that the tablet is elsewhere while a page that is reloaded lets go', async () => {
  const first = page()
  await first.taken
  const again = page()
  await passes(200)
  expect(again.state()).toBe('waiting')
  first.close()
  await again.taken
  await passes(1000)
  expect(again.state()).toBe('here')
})

it('lets go when the page is kept for Back, and begins anew when it comes back, so that no window waits for a ghost', async () => {
  const first = page()
  await first.taken
  first.close()
  const second = page()
  await second.taken
  first.back(false)
  expect(first.reload).not.toHaveBeenCalled()
  first.back(true)
  expect(first.reload).toHaveBeenCalledOnce()
})

it('works on where an engine has no locks or refuses them, since a tablet that asks nobody helps nobody', async () => {
  const refusing = { request: () => Promise.reject(new Error('not here')) } as unknown as LockManager
  for (const locks of [refusing, null as unknown as LockManager]) {
    const only = page(locks)
    await only.taken
    await passes(1000)
    expect(only.state()).toBe('here')
  }
})
