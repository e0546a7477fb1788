// Heard: a tablet learns with its settings on which day its ward spoke, as soon as there is a release.

import { expect, it } from 'vitest'
import { runDueCounts } from '../../../src/server/count/due.ts'
import { settingsFor } from '../../../src/server/settings.ts'
import { form, many, on, onBothEngines } from './room.ts'

onBothEngines('a ward that has spoken', open => {
  it('is told on its tablets that it was counted and has no answer yet, and nothing before', async () => {
    const room = await open()
    try {
      const told = async () => (await settingsFor(room.house, { id: 'a tablet', ...room })).told
      await room.lay('2026-02-10', many(12, form('sometimes')))
      expect(await told()).toBeNull()
      await runDueCounts(on(room.house, '2026-03-01'))
      expect(await told()).toBe('2026-03-01')
    } finally {
      await room.close()
    }
  })
})
