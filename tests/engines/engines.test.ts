// The whole way without a network in three real engines: Welcome to sealed envelope, a power cut, and off to a real server.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../fixtures/port.ts'
import { words } from '../fixtures/words.ts'
import { asked } from '../journeys/harness/person.ts'
import { payloadsIn } from '../journeys/harness/sealed.ts'
import { type Served, startServer } from '../journeys/harness/serve.ts'
import { english } from '../journeys/harness/tongue.ts'
import { formOf } from '../journeys/harness/twenty.ts'
import { type Driven, drives } from './drive.ts'
import { type Hand, hand } from './hand.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-engines-'))
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

/** Gives answers from a statement on; after each the screen says that it is kept. */
async function give({ see, tap }: Hand, answers: readonly string[], from = 1): Promise<void> {
  for (const [n, given] of answers.entries()) {
    await see('h1', asked(english, from + n))
    if (given === 'skipped') {
      await tap('nav button', words.bar.skip)
      continue
    }
    await tap(`label:has(input[value="${given}"])`)
    await see(`label:has(input[value="${given}"]:checked)`)
    await tap('.onward button:not([aria-disabled])', words.statement.continue)
  }
}

async function begin({ tap }: Hand): Promise<void> {
  await tap('button', words.welcome.start)
  await tap('button', words.card.begin)
}

async function thanked({ see, tap }: Hand): Promise<void> {
  await see('h1', words.thanks.title)
  await tap('button', words.thanks.done)
  await see('h1', words.welcome.title)
}

describe.each(drives)('in $name', ({ name, drive }) => {
  it('answers, is sealed, dies and comes back without a network, and everything arrives as it was said', {
    timeout: 400_000,
  }, async () => {
    const how = { at: '2026-03-10T10:00:00Z', data: join(folder, name), port: await freePort() }
    const profile = join(folder, `tablet-${name}`)
    let server: Served = await startServer(how)
    const before = (await payloadsIn(how.data, 'en')).length
    let driven: Driven = await drive(profile, server.tabletLink)
    try {
      let person = hand(driven)
      // A ward with more languages shows whoever sets a tablet up how they come.
      await person.see('h1', `${words.welcome.title}|${words.shift.title}`)
      if (await person.sees('h1', words.welcome.title)) await person.tap('button', words.welcome.staff)
      await person.see('p', words.shift.ready)
      await server.stop()

      // No network from here: the app comes from the tablet itself.
      await driven.kill()
      driven = await drive(profile, server.url)
      person = hand(driven)
      await person.tap('button', words.curtain.new)
      await person.see('h1', words.welcome.title)
      const [ruth, sam] = [formOf(1), formOf(14).slice(0, 9)]
      await begin(person)
      await give(person, ruth)
      await person.see('h1', words.topics.title)
      await person.tap('.onward button', words.statement.continue)
      await person.tap('button:not([aria-disabled])', words.review.finish)
      await thanked(person)

      // Sam's sixth answer is kept; then the power goes.
      await begin(person)
      await give(person, sam.slice(0, 5))
      await person.tap(`label:has(input[value="${sam[5]}"])`)
      await person.see('.onward button:not([aria-disabled])', words.statement.continue)
      await driven.kill()
      driven = await drive(profile, server.url)
      person = hand(driven)
      await person.see('h1', words.curtain.title)
      await person.tap('button', words.curtain.carry)
      await person.see('h1', asked(english, 6))
      await person.see('p', words.statement.veiled)
      await person.tap('.onward button:not([aria-disabled])', words.statement.continue)
      await give(person, sam.slice(6), 7)
      await person.tap('nav button', words.bar.stop)
      await person.tap('button:not([aria-disabled])', words.stop.send)
      await thanked(person)

      server = await startServer(how)
      await person.tap('button', words.welcome.staff)
      await person.see('h1', words.shift.title)
      if (await person.sees('button:not([aria-disabled])', words.shift.send))
        await person.tap('button', words.shift.send)
      await person.see('p', words.shift.none)
      const said = (await payloadsIn(how.data, 'en'))
        .slice(before)
        .map(({ given }) => given.filter(one => one !== null))
      expect(said.map(given => given.join()).toSorted()).toEqual([ruth.join(), sam.join()].toSorted())
    } finally {
      await driven.kill()
      await server.kill()
    }
  })
})
