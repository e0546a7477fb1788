// The shelf of further languages: each is brought whole or not at all, and counts as here only when every file is.

import { MARK, type PackFile, type PackList, SHELF, type Shelved } from './wording/shelf.ts'

/** A file is kept under its hash too, so that two versions never take one's for the other's. */
const keyOf = ({ url, integrity }: PackFile): string => `${url}?${encodeURIComponent(integrity)}`

const open = (): Promise<Cache> => caches.open(SHELF)

/** The languages that were whole when the running version looked last. */
export async function marked(): Promise<string[]> {
  const mark = await caches.match(MARK, { cacheName: SHELF })
  return mark ? mark.json() : []
}

const mark = async (tags: readonly string[]): Promise<void> => (await open()).put(MARK, Response.json(tags))

/** The file of this version behind an address; undefined when it is not here. */
export async function found(list: PackList, path: string): Promise<Response | undefined> {
  const file = Object.values(list)
    .flatMap(({ files }) => files)
    .find(({ url }) => url === path)
  return file && caches.match(keyOf(file), { cacheName: SHELF })
}

/** The files of languages that are not here yet. */
async function missing(list: PackList, tag: string): Promise<PackFile[]> {
  const shelf = await open()
  const files = list[tag]?.files ?? []
  const there = await Promise.all(files.map(file => shelf.match(keyOf(file))))
  return files.filter((_, n) => !there[n])
}

/** Those of the languages that are whole. */
export async function whole(list: PackList, tags: readonly string[]): Promise<string[]> {
  const known = tags.filter(tag => list[tag])
  const lacks = await Promise.all(known.map(tag => missing(list, tag)))
  return known.filter((_, n) => lacks[n]?.length === 0)
}

/** Fetches a file past every cache on the way, telling its bytes as they come. Throws when it is not the one. */
async function fetched({ url, integrity }: PackFile, tell: (bytes: number) => void): Promise<Response> {
  const { ok, body, headers } = await fetch(url, { cache: 'no-store', redirect: 'error' })
  const reader = body?.getReader()
  if (!ok || !reader) throw new Error(`${url} did not come`)
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value)
    tell(part.value.length)
  }
  const bytes = await new Blob(parts).arrayBuffer()
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes))
  if (`sha384-${btoa(String.fromCharCode(...hash))}` !== integrity) throw new Error(`${url} is not the one`)
  return new Response(bytes, { headers: { 'content-type': headers.get('content-type') ?? '' } })
}

/** Brings what a language lacks. Throws at the first file that does not come; what came stays for the next try. */
async function bring(list: PackList, tag: string, tell: (done: number) => void): Promise<void> {
  const shelf = await open()
  const lacks = await missing(list, tag)
  let done = (list[tag]?.bytes ?? 0) - lacks.reduce((sum, { bytes }) => sum + bytes, 0)
  for (const file of lacks) {
    const response = await fetched(file, bytes => {
      done += bytes
      tell(done)
    })
    await shelf.put(keyOf(file), response)
  }
}

/** For a version that is being installed: every language that the tablet has, whole. Throws when one does not come. */
export async function bringAll(list: PackList): Promise<void> {
  for (const tag of await marked()) await bring(list, tag, () => {})
}

/**
 * For a version that begins to run, when no form is open: only the languages that the ward had on stay. Until then one
 * that it has switched off stays too, since somebody may be reading it, or hearing it.
 */
export async function settle(list: PackList): Promise<void> {
  const here = await whole(list, await marked())
  await mark(here)
  const needed = new Set(here.flatMap(tag => (list[tag]?.files ?? []).map(keyOf)))
  const shelf = await open()
  for (const request of await shelf.keys()) {
    const { pathname, search } = new URL(request.url)
    if (pathname !== MARK && !needed.has(pathname + search)) await shelf.delete(request)
  }
}

/** Brings these languages, telling how it goes; no others count as here. One that does not come is asked for again. */
export async function hold(
  list: PackList,
  tags: readonly string[],
  tell: (now: Shelved) => void,
): Promise<void> {
  const wanted = tags.filter(tag => list[tag])
  let here = await whole(list, wanted)
  await mark(here)

  let coming = wanted
    .filter(tag => !here.includes(tag))
    .map(tag => ({ tag, done: 0, of: list[tag]?.bytes ?? 0 }))
  let failed = false
  const say = (end = false) => tell({ whole: here, coming, ...(failed && { failed }), ...(end && { end }) })
  say()
  for (const { tag } of coming) {
    try {
      await bring(list, tag, done => {
        coming = coming.map(one => (one.tag === tag ? { ...one, done } : one))
        say()
      })
      here = [...here, tag]
      coming = coming.filter(one => one.tag !== tag)
      await mark(here)
    } catch {
      failed = true
    }
    say()
  }
  say(true)
}
