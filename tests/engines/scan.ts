// A raw look at every byte of a folder: what a thief with the whole disk would search.

import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The files under `folder` that hold the bytes, as they are or as hex or base64, in one or two bytes a character. */
export async function scan(folder: string, bytes: Uint8Array): Promise<string[]> {
  const needle = Buffer.from(bytes)
  const texts = [
    needle.toString('hex'),
    needle.toString('base64').replace(/=+$/, ''),
    needle.toString('base64url'),
  ]
  const needles = [needle, ...texts.flatMap(text => [Buffer.from(text), Buffer.from(text, 'utf16le')])]
  const found: string[] = []
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name)
    const about = await lstat(path).catch(() => undefined)
    if (!about?.isFile()) continue
    const content = await readFile(path).catch(() => Buffer.alloc(0))
    if (needles.some(one => content.includes(one))) found.push(name)
  }
  return found
}
