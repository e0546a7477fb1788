// What the service worker keeps: everything that a ward without Wi-Fi needs, nothing of the office, and no other place.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parts } from '../run/weight.ts'

const read = (file: string): string => readFileSync(join('dist', file), 'utf8')

/** What the built service worker fetches when it is installed: each file, and whether with its hash. */
function precached(): { file: string; hashed: boolean }[] {
  const entries = read('service-worker.js').match(/\{[^{}]*"?url"?:"[^"]+"[^{}]*\}/g) ?? []
  return entries.map(entry => ({
    file: /url"?:"([^"]+)"/.exec(entry)?.[1] ?? '',
    hashed: entry.includes('integrity":"sha384-') || entry.includes('integrity:"sha384-'),
  }))
}

describe('a ward without Wi-Fi', () => {
  it('has every part of the tablet in its service worker, so that no screen and no seal is missing', () => {
    const built = readdirSync('dist/assets').filter(file => file.endsWith('.woff2'))
    const fonts = built.map(file => `assets/${file}`)
    const needed = ['index.html', ...parts('dist').tablet, ...fonts]
    expect(fonts.length).toBeGreaterThan(0)
    expect(precached().map(({ file }) => file)).toEqual(expect.arrayContaining(needed))
  })

  it('has all that runs with its hash, so that a sign-in page never takes the place of it', () => {
    const runs = precached().filter(({ file }) => /\.(html|js|css|woff2)$/.test(file))
    expect(runs.filter(({ hashed }) => !hashed)).toEqual([])
  })

  it('keeps nothing of the office, which is for a desk with a network', () => {
    const office = parts('dist').office.filter(file => /\.(js|css)$/.test(file))
    expect(office.length).toBeGreaterThan(0)
    expect(precached().filter(({ file }) => office.includes(file))).toEqual([])
  })

  it('asks no other place for anything, so that nobody else learns that it is used', () => {
    const { tablet } = parts('dist')
    const page = read('index.html')
    expect([...page.matchAll(/(?:src|href)="(https?:)?\/\/[^"]*"/g)].map(([all]) => all)).toEqual([])
    for (const file of tablet) {
      const asks = /(?:fetch|import|importScripts|sendBeacon|WebSocket|url)\(\s*["'`]?(?:https?:|wss?:)?\/\//
      expect(asks.exec(read(file))?.[0], file).toBeUndefined()
    }
  })
})
