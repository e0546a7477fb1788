// The shelf of languages: what stays on it when the ward switches one off while somebody may still be reading it.

import { afterEach, expect, it, vi } from 'vitest'
import { hold, marked, settle } from '../../src/shelf.worker.ts'
import { MARK } from '../../src/wording/shelf.ts'

afterEach(() => vi.unstubAllGlobals())

/** Cache Storage with one cache, and a network that brings every file. */
function browser(): Map<string, Response> {
  const kept = new Map<string, Response>()
  const key = (at: string | Request) => (typeof at === 'string' ? at : new URL(at.url).pathname)
  const cache = {
    match: async (at: string) => kept.get(at)?.clone(),
    put: async (at: string, response: Response) => void kept.set(at, response),
    keys: async () => [...kept.keys()].map(at => ({ url: `https://ward.example${at}` })),
    delete: async ({ url }: { url: string }) => kept.delete(url.slice('https://ward.example'.length)),
  }
  vi.stubGlobal('caches', { open: async () => cache, match: async (at: string) => cache.match(key(at)) })
  vi.stubGlobal('fetch', async () => new Response('words'))
  return kept
}

async function pack(tag: string) {
  const hash = await crypto.subtle.digest('SHA-384', new TextEncoder().encode('words'))
  const integrity = `sha384-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`
  return { bytes: 5, files: [{ url: `/assets/lang-${tag}.js`, integrity, bytes: 5 }] }
}

it('keeps a language that was switched off until the next version runs, so that a form ends as it began', async () => {
  const kept = browser()
  const list = { pl: await pack('pl'), cy: await pack('cy') }
  const files = () => [...kept.keys()].filter(at => at !== MARK).map(at => at.slice(13, 15))
  await hold(list, ['pl', 'cy'], () => {})
  expect(files()).toEqual(['pl', 'cy'])
  await hold(list, ['cy'], () => {})
  expect(await marked()).toEqual(['cy'])
  expect(files()).toEqual(['pl', 'cy'])
  await settle(list)
  expect(files()).toEqual(['cy'])
})
