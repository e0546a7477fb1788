// No address within is told of anything: not one that is written so, nor one that a name stands for.

import { describe, expect, it } from 'vitest'
import { isPublic, mayBeTold } from '../../../src/server/outlets/allowed.ts'
import { post } from '../../../src/server/outlets/post.ts'
import { until } from '../process.ts'
import { receiver } from './told.ts'

describe('an address within', () => {
  it('is known as one, in whatever way it is written, and the internet’s are not', () => {
    for (const address of [
      '10.0.0.1',
      '172.16.0.1',
      '192.168.1.1',
      '127.0.0.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
      '::1',
      '::',
      'fe80::1',
      'fc00::1',
      'fd00:ec2::254',
      '::ffff:8.8.8.8',
      '64:ff9b::a00:1',
      '2001:db8::1',
      '2002:a00:1::1',
      'none',
    ])
      expect([address, isPublic(address)]).toEqual([address, false])
    for (const address of [
      '8.8.8.8',
      '172.15.0.1',
      '172.32.0.1',
      '193.62.81.1',
      '2606:4700::1111',
      '2a00:1450:4009::1',
    ])
      expect([address, isPublic(address)]).toEqual([address, true])
    expect(mayBeTold('http://localhost:8080/told', true)).toBe(true)
    expect(mayBeTold('http://10.0.0.1/told', true)).toBe(false)
    expect(mayBeTold('https://engine.example.nhs.uk/told', false)).toBe(true)
  })

  it('is not spoken to when a name stands for one, whoever gave the name out', async () => {
    const there = await receiver('204')
    const port = new URL(there.url).port
    expect(await post(`https://localhost:${port}/told`, {}, '{}', false)).toBe('refused address')
    expect(await post(there.url, {}, '{}', false)).toBe('refused address')
    expect(await post(there.url, {}, '{"allowed":true}', true)).toBe(204)
    // What another process prints may come after its answer.
    await until(() => there.sent().length > 0)
    expect(there.sent().map(({ body }) => body)).toEqual(['{"allowed":true}'])
  })
})
