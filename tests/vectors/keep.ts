// Keeps a version that has shipped as one small file: node tests/vectors/keep.ts APP SERVER OUT, where APP is the folder of
// its built app, or '' for none, and SERVER its harness/server.ts in one file. English alone, and without its clips: the list of
// what the service worker fetches is cut to match, and nothing else is changed.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const [app = '', server = '', out = ''] = process.argv.slice(2)

/** What no English journey asks for: other languages, other letters, the office, and ten minutes of sound. */
const dropped = /\.(br|gz|mp3)$|licences\.txt$|\/(office|noto|(lang|clips)-(?!en-))[^/]*$|latin-ext/
const NO_PACKS = '{}'
const hash = createHash('sha384').update(NO_PACKS).digest('base64')

/** The precached list without what was dropped, and with an empty list of languages. */
const cut = (worker: string): string =>
  worker
    .replaceAll(/\{[^{}]*"url":"([^"]+)"\},?/g, (entry, url) => (dropped.test(url) ? '' : entry))
    .replace(/\{"integrity":"[^"]+","revision":"([^"]+)","url":"packs\.json"\}/, (_, revision) =>
      JSON.stringify({ integrity: `sha384-${hash}`, revision, url: 'packs.json' }),
    )
    .replace(/,\]/, ']')

const text = /\.(js|css|html|json|svg|webmanifest)$/
const kept: Record<string, { text: string } | { base64: string }> = {}
const names = app === '' ? [] : readdirSync(app, { recursive: true, encoding: 'utf8' })
for (const name of names.sort()) {
  if (!statSync(join(app, name)).isFile() || dropped.test(`/${name}`)) continue
  const bytes = readFileSync(join(app, name))
  const said = name === 'packs.json' ? NO_PACKS : bytes.toString()
  kept[`app/${name}`] = text.test(name)
    ? { text: name === 'service-worker.js' ? cut(said) : said }
    : { base64: bytes.toString('base64') }
}
kept['server.mjs'] = { text: readFileSync(server, 'utf8') }
const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 }
writeFileSync(out, brotliCompressSync(JSON.stringify(kept), { params }))
