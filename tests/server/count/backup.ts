// A backup of a house's database, as an administrator takes one, and its way back.

import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { type Address, houseAt } from './room.ts'

/** A backup of the database alone, and a way to restore it. */
export async function copy(address: Address) {
  const { data, databaseUrl } = address
  if (databaseUrl === undefined) {
    const backup = `${data}-backup`
    const names = readdirSync(data).filter(name => name.startsWith('equal-voice.sqlite'))
    for (const name of names) cpSync(join(data, name), join(backup, name))
    return {
      restore: async (day: string) => {
        for (const name of readdirSync(data))
          if (name.startsWith('equal-voice.sqlite')) rmSync(join(data, name))
        for (const name of names) cpSync(join(backup, name), join(data, name))
        rmSync(backup, { recursive: true })
        return houseAt(address, day)
      },
    }
  }
  const url = new URL(databaseUrl)
  const name = url.pathname.slice(1)
  const client = new Client({ connectionString: databaseUrl.replace(name, 'postgres') })
  await client.connect()
  await client.query(`create database ${name}_backup template ${name}`)
  await client.end()
  return { restore: (day: string) => houseAt({ data, databaseUrl: `${databaseUrl}_backup` }, day) }
}
