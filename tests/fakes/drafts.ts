// Drafts in memory, with a disk that can be slow or refuse.

import type { Form } from '../../src/form/form.ts'
import { assemble, changes, type Row } from '../../src/form/rows.ts'
import type { Drafts } from '../../src/tablet/sitting.ts'

export interface FakeDrafts extends Drafts {
  readonly rows: Map<string, Row[]>
  /** While true, every write is refused. */
  refuse: boolean
  /** While true, nothing can be erased. */
  stubborn: boolean
  /** While set, writes wait for it. */
  gate: Promise<void> | undefined
}

export function fakeDrafts(): FakeDrafts {
  const rows = new Map<string, Row[]>()
  const draft = (id: string) => ({
    id,
    async save(form: Form) {
      await self.gate
      if (self.refuse) throw new Error('the disk is full')
      const written = rows.get(id)
      written?.push(...changes(assemble(written), form))
    },
  })
  const self: FakeDrafts = {
    rows,
    refuse: false,
    stubborn: false,
    gate: undefined,
    async open(id, form) {
      rows.set(id, [])
      await draft(id).save(form)
      return draft(id)
    },
    async read(id) {
      const form = assemble(rows.get(id) ?? [])
      if (!form) throw new Error('no such draft')
      return { draft: draft(id), form }
    },
    async erase(id) {
      if (self.stubborn) throw new Error('the file is busy')
      rows.delete(id)
    },
    async list() {
      return [...rows.keys()].map(id => ({ id, shape: 'circle', colour: 'blue' }) as const)
    },
  }
  return self
}
