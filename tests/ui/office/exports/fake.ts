// What leaves, for screens: a file in three parts, one token and one address.

import type { Outlets } from '../../../../src/office/outlets.ts'
import type { TokenView, WebhookView } from '../../../../src/protocol/outlets.ts'
import { done } from '../outcome.ts'

export const warehouse: TokenView = {
  id: 'token-1',
  name: 'Data warehouse',
  services: 'all',
  madeOn: '2026-02-01',
  until: '2026-12-31',
  by: 'Priya (administrator)',
  usedOn: '2026-02-10',
  endedOn: null,
}

export const engine: WebhookView = {
  id: 'hook-1',
  url: 'https://engine.example.nhs.uk/told',
  services: 'all',
  madeOn: '2026-02-01',
  by: 'Priya (administrator)',
  endedOn: null,
  deliveries: [
    { release: 'r-2', due: '2026-03-01', state: 'waiting', tries: 2, answer: 'no answer' },
    { release: 'r-1', due: '2026-02-01', state: 'arrived', tries: 1, answer: '204' },
  ],
}

/** Everything succeeds. */
export const fakeOutlets = (): Outlets => ({
  files: {
    async take({ file }, heard) {
      heard(2300, 2)
      return done({ name: `equal-voice-${file}`, file: new Blob(['x'.repeat(2300)]) })
    },
    note: () => done(undefined),
  },
  tokens: {
    all: () => done({ tokens: [warehouse] }),
    make: () => done({ id: 'token-2', token: 'evt_shown_once' }),
    end: () => done(undefined),
  },
  webhooks: {
    all: () => done({ webhooks: [engine] }),
    make: () => done({ id: 'hook-2', secret: 'whsec_shown_once' }),
    turn: () => done({ id: 'hook-1', secret: 'whsec_another' }),
    end: () => done(undefined),
  },
})
