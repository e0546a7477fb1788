// The half of a draft's key that lies in a file of the browser's own, outside every database:
// when the file is removed nothing of it stays on the disk, and the draft's rows can't be read by anyone.

import type { Bytes } from '../envelope/bytes.ts'
import type { Ask, Told } from './asks.ts'

/** Where the file halves are. Each call resolves only after the disk has it, and rejects when it has not. */
export interface Halves {
  write(form: string, half: Bytes): Promise<void>
  /** Undefined when there is none. */
  read(form: string): Promise<Bytes | undefined>
  /** Overwrites and removes; nothing happens when there is none. */
  remove(form: string): Promise<void>
  /** The forms that have a half here. */
  list(): Promise<readonly string[]>
}

/** Milliseconds that a worker may be silent before a person is told that this tablet can't begin. */
const PATIENCE = 10_000

type Wish = Ask extends infer A ? (A extends Ask ? Omit<A, 'n'> : never) : never

/** File halves in the origin private file system, written by a worker that alone can flush them. */
export function fileHalves(): Halves {
  const waiting = new Map<number, (told: Told) => void>()
  let n = 0

  function start(): Worker {
    const started = new Worker(new URL('./halves.worker.ts', import.meta.url), { type: 'module' })
    started.onmessage = ({ data }: MessageEvent<Told>) => waiting.get(data.n)?.(data)
    started.onerror = () => end('did not start')
    return started
  }

  let worker: Worker | undefined

  /** Lets the worker go, so that the next ask starts another, and nothing it was asked is done late. */
  function end(why: string): void {
    worker?.terminate()
    worker = undefined
    for (const [n, tell] of waiting) tell({ n, error: `the worker ${why}` })
  }

  async function ask(wish: Wish): Promise<Told & { error?: never }> {
    n += 1
    worker ??= start()
    const asked = { ...wish, n }
    const silent = setTimeout(end, PATIENCE, 'is silent')
    const told = await new Promise<Told>(resolve => {
      waiting.set(asked.n, resolve)
      worker?.postMessage(asked)
    })
    waiting.delete(asked.n)
    clearTimeout(silent)
    if (told.error !== undefined) throw new Error(`the file half of a draft: ${told.error}`)
    return told as Told & { error?: never }
  }

  return {
    write: async (form, half) => void (await ask({ to: 'write', form, half })),
    read: async form => (await ask({ to: 'read', form })).half,
    remove: async form => void (await ask({ to: 'remove', form })),
    list: async () => (await ask({ to: 'list' })).forms ?? [],
  }
}
