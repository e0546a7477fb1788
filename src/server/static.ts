// The built app, as files: read once at start, compressed by the build, sent as they are.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import type { Context, Handler } from 'hono'
import { isOffice } from './headers.ts'
import { refuse } from './refusal.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.txt': 'text/plain; charset=utf-8',
}

const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
]

type File = Uint8Array<ArrayBuffer>

/** Every file under a folder by its path from there, such as /assets/a.js; files whose name begins with a dot are not. */
function filesIn(folder: string): Map<string, File> {
  if (!existsSync(folder)) return new Map()
  const inside = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = inside
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'))
    .filter(path => !path.includes('/.'))
  return new Map(paths.map(path => [path, new Uint8Array(readFileSync(join(folder, path)))]))
}

/** Answers with the files of a folder: index.html for /, and for the office its own page where the build has one. Refuses with 404.1. */
export function staticFiles(folder: string): Handler {
  const files = filesIn(folder)
  const office = files.has('/office.html') ? '/office.html' : '/index.html'
  return context => {
    const { path } = context.req
    const page = isOffice(path) ? office : path === '/' ? '/index.html' : path
    const type = types[extname(page)]
    const plain = files.get(page)
    if (plain === undefined || type === undefined) throw refuse('404.1')
    const accepted = encodings.find(({ name, ending }) => accepts(context, name) && files.has(page + ending))
    const body = files.get(page + (accepted?.ending ?? '')) ?? plain
    const hashed = page.startsWith('/assets/')
    return context.body(body, 200, {
      'content-type': type,
      'content-length': String(body.length),
      'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(accepted ? { 'content-encoding': accepted.name } : {}),
    })
  }
}

const accepts = (context: Context, name: string): boolean =>
  (context.req.header('accept-encoding') ?? '')
    .split(',')
    .map(part => part.trim().split(';'))
    .some(([coding, weight]) => coding === name && weight?.trim() !== 'q=0')
