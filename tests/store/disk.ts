// A disk of its own for each test, with the drafts on it; and Amina's form, as far as a test takes it.

import 'fake-indexeddb/auto'
import { type Form, plainManner } from '../../src/form/form.ts'
import { start, step } from '../../src/form/step.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import type { Drafts } from '../../src/store/draft.ts'
import { createDrafts } from '../../src/store/drafts.ts'
import { outline } from '../fakes/tablet.ts'
import { fakeHalves, outside } from './fakes.ts'

/** A form that was just begun, and what is done to one. */
export const blank = start(outline, 'en', plainManner, 'nobody')
export const choose = (form: Form, item: string) => step(form, { type: 'choose', item, choice: 'sometimes' })
export const next = (form: Form) => step(form, { type: 'continue' })

/** An envelope that its digest tells from others. */
export const envelope = (digest: string) => ({ digest, id: digest, key: 'k', bytes: new Uint8Array([1]) })

let n = 0
/** What the test has now: its name, its database, the files of its keys, and the drafts on it. */
export let name: string
export let database: Database
export let place: ReturnType<typeof fakeHalves>
export let drafts: Drafts

/** Another disk, with nothing on it. */
export function newDisk(): void {
  n += 1
  name = `drafts-${n}`
  database = openDatabase(name)
  place = fakeHalves()
  drafts = createDrafts(database, place.halves, outside)
}

/** The same disk after the browser was killed. */
export function restart(): Drafts {
  database.close()
  database = openDatabase(name)
  return createDrafts(database, place.halves, outside)
}
