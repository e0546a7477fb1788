// Keys: the private half is here before anybody seals to the public one, and goes when nobody can need it.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { digest, toBase64 } from '../../../src/envelope/bytes.ts'
import { seal } from '../../../src/envelope/seal.ts'
import { administer } from '../../../src/server/admin.ts'
import { runDueCounts } from '../../../src/server/count/due.ts'
import type { House } from '../../../src/server/house.ts'
import { ingest } from '../../../src/server/ingest.ts'
import { privateKey } from '../../../src/server/keyfiles.ts'
import { newServiceKey, retireKeys, rotate, writeOff } from '../../../src/server/keys.ts'
import { reconcile } from '../../../src/server/ledger.ts'
import { currentKey, holds, mayHold } from '../../../src/server/queries/keys.ts'
import { newTablet } from '../../../src/server/queries/tablets.ts'
import { inTransaction } from '../../../src/server/queries/transaction.ts'
import { newService, servicesOf } from '../../../src/server/queries/wards.ts'
import { newId } from '../../../src/server/secrets.ts'
import { copy } from './backup.ts'
import { form, houseAt, left, many, on, onBothEngines, type Room } from './room.ts'

onBothEngines('the keys of a service', open => {
  let room: Room
  beforeEach(async () => {
    room = await open()
  })
  afterEach(() => room.close())

  const service = () => ({ organisation: room.organisation, id: room.service })
  const current = async () => (await currentKey(room.house.db, room.organisation, room.service)).id
  const file = (id: string) => join(room.house.config.keysDir, `${id}.json`)
  const state = async (id: string) =>
    (await room.house.db.selectFrom('keys').select('state').where('id', '=', id).executeTakeFirst())?.state
  const enrolled = async () => {
    const { tablet } = await newTablet(room.house, room.organisation, room.ward, room.box)
    await mayHold(room.house.db, tablet, [await current()])
    return tablet
  }

  it('lie in files that only the server may read, and never in the database', async () => {
    const id = await current()
    expect(statSync(file(id)).mode & 0o777).toBe(0o600)
    expect(statSync(room.house.config.keysDir).mode & 0o777).toBe(0o700)
    const { d } = privateKey(room.house, id) ?? {}
    expect(d).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(await room.house.db.selectFrom('keys').selectAll().execute())).not.toContain(d)
    expect(readdirSync(room.house.config.keysDir)).toEqual([`${id}.json`])
  })

  it('are on the disk before the database knows them, so that no form is ever sealed to a lost key', async () => {
    const before = await current()
    const refused = inTransaction(room.house, async within => {
      await newServiceKey(within, service())
      throw new Error('the power goes')
    })
    await expect(refused).rejects.toThrow('the power goes')
    expect(await current()).toBe(before)
    expect(readdirSync(room.house.config.keysDir)).toHaveLength(2)
  })

  it('can come from a secret of the environment instead of a file', async () => {
    const id = await current()
    const half = privateKey(room.house, id)
    const PRIVATE_KEYS = JSON.stringify({ [id]: half })
    const other = await houseAt(room.address, '2026-03-01', {
      PRIVATE_KEYS,
      KEYS_DIR: join(room.address.data, 'none'),
    })
    expect(privateKey(other, id)).toEqual(half)
    expect(privateKey(other, 'another')).toBeUndefined()
    await room.lay('2026-02-10', many(10, form('sometimes')))
    await runDueCounts(other)
    expect(await left(room)).toMatchObject({ bases: [10] })
    await other.db.destroy()
  })

  it('still count what was sealed before a rotation', async () => {
    await room.lay('2026-02-10', many(6, form('sometimes')))
    await rotate(room.house, service())
    await room.lay('2026-02-11', many(6, form('all-the-time')))
    await runDueCounts(on(room.house, '2026-03-01'))
    expect(await left(room)).toMatchObject({ bases: [12], reasons: [] })
  })

  it('go only when every tablet has been clear of them for 35 days, so that no late form is lost', async () => {
    const old = await current()
    const [first, second] = [await enrolled(), await enrolled()]
    const fresh = await rotate(room.house, service())
    const tells = (day: string, tablet: typeof first, waiting: number) =>
      holds(on(room.house, day), tablet, { [old]: waiting }, fresh)
    await tells('2026-02-10', first, 0)
    await tells('2026-02-10', second, 1)
    await retireKeys(on(room.house, '2026-04-01'))
    expect(await state(old)).toBe('old')
    await tells('2026-04-01', second, 0)
    await retireKeys(on(room.house, '2026-05-05'))
    expect(await state(old)).toBe('old')
    await retireKeys(on(room.house, '2026-05-06'))
    expect([await state(old), existsSync(file(old))]).toEqual(['retired', false])
    expect([await state(fresh), existsSync(file(fresh))]).toEqual(['current', true])
  })

  it('stay while an envelope sealed to them lies in a box', async () => {
    const old = await current()
    await room.lay('2026-02-10', many(3, form('sometimes')))
    await rotate(room.house, service())
    await retireKeys(on(room.house, '2026-09-01'))
    expect([await state(old), existsSync(file(old))]).toEqual(['old', true])
  })

  it('are known again after a backup from before a rotation, so that what Amina sealed meanwhile is stored', async () => {
    const tablet = await enrolled()
    await reconcile(room.house)
    await room.house.db.destroy()
    const backup = await copy(room.address)
    const busy = await houseAt(room.address, '2026-02-10')
    const fresh = await rotate(busy, service())
    const { publicKey } = await currentKey(busy.db, room.organisation, room.service)
    const sealed = await Promise.all(
      many(10, form('sometimes')).map(async payload => {
        const header = { id: newId(busy.random), ward: room.ward, key: fresh }
        const bytes = await seal(payload, header, publicKey)
        return { bytes: toBase64(bytes), digest: await digest(bytes, crypto.subtle) }
      }),
    )
    const offer = async (house: House) =>
      (await inTransaction(house, within => ingest(within, tablet, sealed))).map(one => one.state)
    expect(new Set(await offer(busy))).toEqual(new Set(['stored']))
    await busy.db.destroy()

    const restored = await backup.restore('2026-02-20')
    await reconcile(restored)
    await retireKeys(on(restored, '2026-08-20'))
    expect(new Set(await offer(restored))).toEqual(new Set(['stored']))
    await runDueCounts(on(restored, '2026-03-01'))
    expect(await left({ ...room, house: restored })).toMatchObject({ bases: [10], reasons: [] })
    await restored.db.destroy()
  })

  it('stay for 35 days after they were put back, since a tablet that is not known here may offer forms yet', async () => {
    const fresh = await rotate(room.house, service())
    const { db } = room.house
    await db.deleteFrom('keys').where('id', '=', fresh).execute()
    await db.updateTable('keys').set({ state: 'current' }).execute()
    await reconcile(on(room.house, '2026-02-10'))
    await retireKeys(on(room.house, '2026-03-16'))
    expect([await state(fresh), existsSync(file(fresh))]).toEqual(['old', true])
    await retireKeys(on(room.house, '2026-03-17'))
    expect([await state(fresh), existsSync(file(fresh))]).toEqual(['retired', false])
  })

  it('bring a service back that was made after the backup, with its key as the current one', async () => {
    const { db } = room.house
    const id = await newService(room.house, room.organisation, 'Older people')
    const key = await newServiceKey(room.house, { organisation: room.organisation, id })
    await db.deleteFrom('keys').where('id', '=', key).execute()
    await db.deleteFrom('services').where('id', '=', id).execute()
    await reconcile(room.house)
    expect(await servicesOf(db, room.organisation)).toContainEqual({
      id,
      name: 'Older people',
      threshold: 10,
    })
    expect((await currentKey(db, room.organisation, id)).id).toBe(key)
  })

  it('bring no second service of a name back, so that Grace does not wonder which of the two is hers', async () => {
    const half = inTransaction(room.house, async within => {
      const id = await newService(within, room.organisation, 'Older people')
      await newServiceKey(within, { organisation: room.organisation, id })
      throw new Error('the power goes')
    })
    await expect(half).rejects.toThrow('the power goes')
    await newService(room.house, room.organisation, 'Older people')
    await reconcile(room.house)
    const names = (await servicesOf(room.house.db, room.organisation)).map(one => one.name)
    expect(names).toEqual(['Adult wards', 'Older people'])
  })

  it('stop waiting for a lost tablet when an administrator writes it off by name', async () => {
    const old = await current()
    await enrolled()
    await rotate(room.house, service())
    await retireKeys(on(room.house, '2026-09-01'))
    expect(await state(old)).toBe('old')
    expect(await administer(room.house, ['keys'])).toContain(
      `Adult wards: ${old} old, waits for Willow / Tablet 1`,
    )
    expect(await writeOff(room.house, 'Tablet 1')).toEqual(['Willow / Tablet 1'])
    await retireKeys(on(room.house, '2026-09-01'))
    expect(await state(old)).toBe('retired')
    const audit = await room.house.db.selectFrom('audit').select('detail').execute()
    expect(audit.map(row => row.detail)).toContain('The tablet Willow / Tablet 1 is written off.')
  })

  it('are asked which tablet is meant when two wards have one of that name', async () => {
    await enrolled()
    const { tablet } = await newTablet(room.house, room.organisation, room.ward, room.box)
    await room.house.db.updateTable('tablets').set({ name: 'Tablet 1' }).where('id', '=', tablet.id).execute()
    await expect(administer(room.house, ['write-off', 'Tablet', '1'])).rejects.toThrow(/^Which one\?/)
  })

  it('turn by the command line, and the file says where its backup belongs', async () => {
    const old = await current()
    const [said] = await administer(room.house, ['rotate', 'Adult', 'wards'])
    expect(said).toMatch(/is current now/)
    expect(await state(old)).toBe('old')
    expect(JSON.parse(readFileSync(file(await current()), 'utf8')).id).toBe(await current())
    await expect(administer(room.house, ['rotate', 'No such'])).rejects.toThrow('There is no service called')
    expect(await administer(room.house, ['office-link'])).toEqual([
      expect.stringMatching(/\/office#sign-in=/),
    ])
    expect((await administer(room.house, [])).join()).toContain('npm run admin -- keys')
  })
})
