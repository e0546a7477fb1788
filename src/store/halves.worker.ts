// Writes, reads and removes the file halves. A worker of its own: only here can a file be flushed.

import type { Bytes } from '../envelope/bytes.ts'
import type { Ask, Told } from './asks.ts'

const folder = async () => {
  const root = await navigator.storage.getDirectory()
  return root.getDirectoryHandle('drafts', { create: true })
}

async function write(form: string, half: Bytes): Promise<void> {
  const file = await (await folder()).getFileHandle(form, { create: true })
  const access = await file.createSyncAccessHandle()
  try {
    access.truncate(0)
    if (access.write(half, { at: 0 }) !== half.length) throw new Error('the disk took only a part')
    access.flush()
  } finally {
    access.close()
  }
}

async function read(form: string): Promise<Bytes | undefined> {
  const file = await (await folder()).getFileHandle(form).catch(absent)
  if (!file) return undefined
  return new Uint8Array(await (await file.getFile()).arrayBuffer())
}

async function remove(form: string): Promise<void> {
  const half = await read(form)
  if (!half) return
  await write(form, new Uint8Array(half.length)).catch(() => undefined)
  await (await folder()).removeEntry(form).catch(absent)
}

/** Undefined for what is not there; any other failure stays one. */
function absent(error: unknown): undefined {
  if (error instanceof DOMException && error.name === 'NotFoundError') return undefined
  throw error
}

/** A file that holds no half, or nothing but zeros, is one whose writing or removal was cut short: then it goes now. */
async function list(): Promise<string[]> {
  const forms: string[] = []
  for await (const form of (await folder()).keys()) forms.push(form)
  const whole: string[] = []
  for (const form of forms) {
    if ((await read(form))?.some(byte => byte !== 0)) whole.push(form)
    else await (await folder()).removeEntry(form)
  }
  return whole
}

async function answer(ask: Ask): Promise<Omit<Told, 'n'>> {
  switch (ask.to) {
    case 'write':
      await write(ask.form, ask.half)
      return {}
    case 'read': {
      const half = await read(ask.form)
      return half ? { half } : {}
    }
    case 'remove':
      await remove(ask.form)
      return {}
    case 'list':
      return { forms: await list() }
  }
}

let turn: Promise<void> = Promise.resolve()

// One after another, so that a removal never meets an open file of the same form.
addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  turn = turn
    .then(() => answer(data))
    .then(
      told => postMessage({ n: data.n, ...told }),
      error => postMessage({ n: data.n, error: String(error) }),
    )
})
