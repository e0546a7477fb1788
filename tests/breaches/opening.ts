// Breaches planted in the opening of envelopes: in what undoes a seal, and in the threads that do it.

import type { Breach } from './breach.ts'

const unseal = 'tests/envelope/unseal.test.ts'
const pool = 'tests/server/count/pool.test.ts'
const native = 'src/server/count/native.ts'

export const opening: readonly Breach[] = [
  {
    promise: 1,
    breach: 'a sealed form that was altered on its way is counted as it came',
    file: native,
    find: '      cipher.final()\n',
    replace: '',
    test: unseal,
    name: 'refuses what the library refuses',
  },
  {
    promise: 1,
    breach: "a form is counted as another ward's, since nobody holds what is clear to the seal",
    file: native,
    find: 'cipher.setAAD(aad)',
    replace: 'cipher.setAAD(aad.subarray(aad.length))',
    test: unseal,
    name: 'opens whatever the library seals',
  },
  {
    promise: 1,
    breach: 'a seal is good by a tag so short that it can be guessed',
    file: native,
    find: ', { authTagLength: TAG }',
    replace: '',
    test: unseal,
    name: 'all sixteen bytes of the tag',
  },
  {
    promise: 1,
    breach: 'a key that is written in another way than tablets write it opens all the same',
    file: 'src/envelope/unseal.ts',
    find: 'if (enc.length !== ENC_SIZE || enc[0] !== UNCOMPRESSED)',
    replace: 'if (enc.length < 0 || ENC_SIZE < UNCOMPRESSED)',
    test: unseal,
    name: 'refuses every point that is none',
  },
  {
    promise: 3,
    breach: 'whole forms are put aside for good, because half of their private key was spoilt',
    file: native,
    find: 'if (!point.equals(Buffer.concat(said)))',
    replace: 'if (said.length > 3)',
    test: unseal,
    name: 'wait for the right one',
  },
  {
    promise: 3,
    breach: "a thread's answer is put to another's form",
    file: 'src/server/count/pool.ts',
    find: 'asked.get(number)?.resolve(opened)',
    replace: 'asked.get(number)?.resolve(opened.toReversed())',
    test: pool,
    name: 'puts aside exactly those',
  },
  {
    promise: 3,
    breach: 'a count is published without the forms of a thread that died',
    file: 'src/server/count/pool.ts',
    find: 'for (const { reject } of asked.values()) reject(died)',
    replace: 'for (const { resolve } of asked.values()) resolve([])',
    test: pool,
    name: 'refuses everything once a thread of it has died',
  },
  {
    promise: 3,
    breach: 'a large count takes all the memory there is, since everything is under way at once',
    file: 'src/server/count/ahead.ts',
    find: 'begun.push(doing) > most ?',
    replace: 'begun.push(doing) > 2 ** 30 + most ?',
    test: pool,
    name: 'never has more under way',
  },
  {
    promise: 3,
    breach: 'nobody can send while a large box is opened',
    file: 'src/server/count/take.ts',
    find: 'ids.length > CHUNK ? threads(',
    replace: 'ids.length > CHUNK + 1e9 ? threads(',
    test: pool,
    name: 'answers others meanwhile',
  },
]
