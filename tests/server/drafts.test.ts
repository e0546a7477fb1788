// A demonstration shows every draft; anything else shows none until its people decide.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDemonstration } from '../../src/server/demonstration/create.ts'
import { showDrafts, showIn } from '../../src/server/demonstration/drafts.ts'
import type { House } from '../../src/server/house.ts'
import { createOrganisation, firstOrganisation } from '../../src/server/queries/organisations.ts'
import { newService, servicesOf } from '../../src/server/queries/wards.ts'
import { switchable, switchWording, wordingsOn } from '../../src/server/wordings.ts'
import { houseAt } from './count/room.ts'

let house: House
let data: string
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'ev-drafts-'))
  house = await houseAt({ data, databaseUrl: undefined }, '2026-11-22')
})
afterEach(async () => {
  await house.db.destroy()
  rmSync(data, { recursive: true, force: true })
})

const all = switchable.map(one => one.wording.id)

it('shows every draft in a demonstration, and leaves off what somebody switched off in it', async () => {
  await createDemonstration(house, 'ward')
  await showDrafts(house)
  const organisation = (await firstOrganisation(house.db))?.id ?? ''
  const service = (await servicesOf(house.db, organisation))[0]?.id ?? ''
  const at = { organisation, service }
  expect(await wordingsOn(house.db, at)).toEqual(all)
  await switchWording(house, at, 'pl/easy', null)
  await showDrafts(house)
  expect(await wordingsOn(house.db, at)).toEqual(all.filter(id => id !== 'pl/easy'))
})

it('shows them in a service that is added to a demonstration later', async () => {
  await createDemonstration(house, 'ward')
  const organisation = (await firstOrganisation(house.db))?.id ?? ''
  const service = await newService(house, organisation, 'Another invented service')
  await showIn(house, organisation, service)
  expect(await wordingsOn(house.db, { organisation, service })).toEqual(all)
})

it('shows none in a real organisation, however often the server starts', async () => {
  await createOrganisation(house.db, 'real', 'A real trust')
  const service = await newService(house, 'real', 'Adult wards')
  await showDrafts(house)
  expect(await wordingsOn(house.db, { organisation: 'real', service })).toEqual([])
})
