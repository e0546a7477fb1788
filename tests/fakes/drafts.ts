// Drafts in memory, with a disk that can be slow or refuse.

import { MOST_MISSES } from '../../src/form/board.ts'
import type { Form } from '../../src/form/form.ts'
import { assemble, changes, type Row } from '../../src/form/rows.ts'
import type { Drafts } from '../../src/tablet/drafts.ts'

export interface FakeDrafts extends Drafts {
  readonly rows: Map<string, Row[]>
  /** Tries that were counted at each gate. */
  readonly tries: Map<string, number>
  /** The drafts that are open in this window. */
  readonly held: Set<string>
  /** While true, every write is refused. */
  refuse: boolean
  /** While true, nothing can be erased. */
  stubborn: boolean
  /** While set, writes wait for it. */
  gate: Promise<void> | undefined
}

export function fakeDrafts(): FakeDrafts {
  const rows = new Map<string, Row[]>()
  const tries = new Map<string, number>()
  const held = new Set<string>()
  const draft = (id: string) => ({
    id,
    async save(form: Form) {
      await self.gate
      if (self.refuse) throw new Error('the disk is full')
      const written = rows.get(id)
      written?.push(...changes(assemble(written), form))
      if (form.state === 'kept') held.delete(id)
    },
    letGo: async () => void held.delete(id),
  })
  const gated = (id: string) => {
    const form = assemble(rows.get(id) ?? [])
    return form !== undefined && 'sheet' in form && form.sheet.pictures !== undefined
  }
  const self: FakeDrafts = {
    rows,
    tries,
    held,
    refuse: false,
    stubborn: false,
    gate: undefined,
    async open(id, form) {
      rows.set(id, [])
      held.add(id)
      await draft(id).save(form)
      return draft(id)
    },
    async read(id) {
      const form = assemble(rows.get(id) ?? [])
      if (!form) throw new Error('no such draft')
      held.add(id)
      return { draft: draft(id), form }
    },
    async erase(id) {
      if (self.stubborn) throw new Error('the file is busy')
      rows.delete(id)
    },
    async disown(id) {
      if ((await self.left(id)) !== undefined) throw new Error('it has pictures')
      await self.erase(id)
    },
    async list() {
      return [...rows.keys()].map(id => {
        const picture = { id, shape: 'circle', colour: 'blue' } as const
        return gated(id) ? { ...picture, gated: true } : picture
      })
    },
    async left(id) {
      return gated(id) ? MOST_MISSES - (tries.get(id) ?? 0) : undefined
    },
    async attempt(id) {
      if (self.refuse) throw new Error('the disk is full')
      const now = tries.get(id) ?? 0
      if (now >= MOST_MISSES) return false
      tries.set(id, now + 1)
      return true
    },
    async spare(id) {
      tries.set(id, (tries.get(id) ?? 1) - 1)
    },
  }
  return self
}
