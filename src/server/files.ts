// Writing a small file so that it is either not there or whole, even when the power goes.

import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Writes a file that only this account may read, flushed with its folder. `path` must be on a disk that flushes. */
export function writeWhole(path: string, text: string): void {
  const folder = dirname(path)
  makeFolder(folder)
  const half = `${path}.${process.pid}.half`
  flushed(half, 'w', 0o600, file => writeFileSync(file, text))
  renameSync(half, path)
  flushFolder(folder)
}

/** The same where nobody has written one yet: of several that do so at once, whole files all, the first one's stays. */
export function writeFirst(path: string, text: string): void {
  const own = `${path}.${randomUUID()}`
  writeWhole(own, text)
  try {
    linkSync(own, path)
  } catch (error) {
    // A disk without links takes the last one instead.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') renameSync(own, path)
  } finally {
    removeWhole([own])
  }
}

/** Removes files of one folder for good; those that are gone already are none of its business. */
export function removeWhole(paths: readonly string[]): void {
  for (const path of paths) rmSync(path, { force: true })
  for (const folder of new Set(paths.map(path => dirname(path)))) flushFolder(folder)
}

// A new folder is not there after a power cut until the one that names it is flushed.
function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) flushFolder(dirname(made))
}

const flushFolder = (folder: string): void => flushed(folder, 'r', undefined, () => undefined)

function flushed(
  path: string,
  flags: string,
  mode: number | undefined,
  work: (file: number) => unknown,
): void {
  const file = openSync(path, flags, mode)
  try {
    work(file)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
