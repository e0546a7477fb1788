// Writing a small file so that it is either not there or whole, even when the power goes.

import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a file that only this account may read, flushed with its folder. `path` must be on a disk that flushes. */
export function writeWhole(path: string, text: string): void {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const half = `${path}.${process.pid}.half`
  flushed(half, 'w', 0o600, file => writeSync(file, text))
  renameSync(half, path)
  flushed(folder, 'r', undefined, () => undefined)
}

/** Removes files of one folder for good; those that are gone already are none of its business. */
export function removeWhole(paths: readonly string[]): void {
  for (const path of paths) rmSync(path, { force: true })
  for (const folder of new Set(paths.map(dirname))) flushed(folder, 'r', undefined, () => undefined)
}

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
