// Starts the servers of this bench that are not ours, each a process of its own.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Program {
  readonly url: string
  /** A folder of its own, gone when it has stopped. */
  readonly folder: string
  stop(): Promise<void>
}

/** Starts one of ./programs; resolves when it listens. Throws with what it said when it ends instead. */
export async function startProgram(name: 'pouchdb' | 'rows' | 'null'): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'ev-send-'))
  const child = spawn(process.execPath, [join(import.meta.dirname, `programs/${name}.ts`), folder], {
    cwd: folder,
    stdio: 'pipe',
  })
  const ended = new Promise<void>(done => child.once('close', () => done()))
  let said = ''
  const url = await new Promise<string>((listens, fails) => {
    const hear = (part: unknown) => {
      said += part
      const [, at] = /^Listening: (\S+)\n/m.exec(said) ?? []
      if (at) listens(at)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => fails(new Error(`${name} did not start:\n${said}`)))
  })
  return {
    url,
    folder,
    async stop() {
      child.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
