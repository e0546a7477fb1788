// A page of the product's own modules, built as the app is, for any engine to open.

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { follow } from './relay.ts'

/** Builds a page in a folder that runs the code and then what a relay tells it; the folder that is to be served. */
export async function buildPage(folder: string, code: string): Promise<string> {
  await writeFile(join(folder, 'page.js'), `${code}\n${follow}`)
  await writeFile(join(folder, 'index.html'), '<!doctype html><script type="module" src="/page.js"></script>')
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  })
  return join(folder, 'dist')
}
