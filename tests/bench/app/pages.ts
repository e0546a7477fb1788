// Builds what others made into a page each, with a small service worker of one kind for them all, compressed once and hard.

import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build, type Plugin } from 'vite'
import { PEERS } from '../harness/peers.ts'
import { enketoForm, enketoModel, xform } from './forms.ts'

/** Milliseconds after a page is there until it asks for its service worker: as long as Equal Voice waits. */
const SOON = 2000

/** The pages that are built here; Equal Voice comes as it is. */
export type PageName = 'floor' | 'enketo' | 'surveyjs' | 'odk' | 'lhc'

const product = join(import.meta.dirname, '../../..')
const enketo = join(PEERS, 'node_modules/enketo-core')

// The newest enketo-core, 9.0.1, can't be installed from the registry: it asks for a package that is not published
// and for another from a git address. 8.1.0 is the newest that can.
const aliases: Readonly<Record<string, string>> = {
  dexie: join(product, 'node_modules/dexie/dist/modern/dexie.mjs'),
  'enketo/config': join(enketo, 'config.js'),
  'enketo/widgets': join(enketo, 'src/js/widgets.js'),
  'enketo/translator': join(enketo, 'src/js/fake-translator.js'),
  'enketo/dialog': join(enketo, 'src/js/fake-dialog.js'),
  'enketo/file-manager': join(enketo, 'src/js/file-manager.js'),
  'enketo/xpath-evaluator-binding': join(enketo, 'src/js/xpath-evaluator-binding.js'),
}

const virtual: Readonly<Record<string, string>> = {
  'virtual:xform': xform,
  'virtual:enketo-model': enketoModel,
}

const forms: Plugin = {
  name: 'forms',
  resolveId: id => (id in virtual ? `\0${id}` : undefined),
  load: id => (id.slice(1) in virtual ? `export default ${JSON.stringify(virtual[id.slice(1)])}` : undefined),
  transformIndexHtml: html => ({
    html: html.replace('<!--form-->', () => enketoForm),
    tags: [
      {
        tag: 'script',
        injectTo: 'body',
        children: `addEventListener('load',()=>setTimeout(()=>navigator.serviceWorker.register('/worker.js'),${SOON}))`,
      },
    ],
  }),
}

const worker = (files: readonly string[]): string => `const name = 'all'
addEventListener('install', event =>
  event.waitUntil(caches.open(name).then(cache => cache.addAll(${JSON.stringify(files)}))))
addEventListener('fetch', event =>
  event.respondWith(caches.match(event.request, { ignoreSearch: true }).then(file => file ?? fetch(event.request))))
`

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length))

/** LHC-Forms' own bundles, as its documentation lists them; what it does not list is left out. */
function bundles(to: string): void {
  const from = join(PEERS, 'node_modules/lforms/dist/lforms/webcomponent')
  mkdirSync(join(to, 'webcomponent/assets/lib'), { recursive: true })
  for (const file of ['styles.css', 'assets/lib/zone.min.js', 'runtime.js', 'polyfills.js', 'main.js'])
    cpSync(join(from, file), join(to, 'webcomponent', file))
}

/** Builds one page into a folder of its own under `into`, and gives that. */
export async function buildPage(name: PageName, into: string): Promise<string> {
  const outDir = join(into, name)
  await build({
    root: join(PEERS, 'pages/app', name),
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    plugins: [forms],
    resolve: { alias: aliases },
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    build: { target: 'es2022', outDir, emptyOutDir: true, chunkSizeWarningLimit: 100_000 },
  })
  if (name === 'lhc') bundles(outDir)
  const files = filesOf(outDir).map(file => (file === '/index.html' ? '/' : file))
  writeFileSync(join(outDir, 'worker.js'), worker(files))
  for (const file of filesOf(outDir)) {
    if (!/\.(js|css|html|svg|json)$/.test(file)) continue
    writeFileSync(join(outDir, `${file}.br`), brotliCompressSync(readFileSync(join(outDir, file))))
  }
  return outDir
}
