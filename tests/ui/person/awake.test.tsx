// The screen stays awake while it reads, wherever it can.

import { expect, it } from 'vitest'
import { stayAwake } from '../../../src/ui/person/aloudawake.ts'

it('lets the screen go when it is told to, even before the browser has answered', async () => {
  const log: string[] = []
  let answer: () => void = () => {}
  const asked = new Promise<void>(done => {
    answer = done
  })
  const wakeLock = {
    request: async () => {
      log.push('held')
      await asked
      return { release: async () => void log.push('let go') }
    },
  }
  const letGo = stayAwake({ wakeLock })
  letGo()
  expect(log).toEqual(['held'])
  answer()
  await expect.poll(() => log).toEqual(['held', 'let go'])
})

it('reads all the same where there is no such lock, and where it is refused', async () => {
  stayAwake({})()
  const letGo = stayAwake({ wakeLock: { request: () => Promise.reject(new Error('low battery')) } })
  await new Promise(later => setTimeout(later))
  letGo()
})
