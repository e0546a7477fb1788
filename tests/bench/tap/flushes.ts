// What a tap costs the disk, counted from outside: Chromium under strace, and the flushes of each contender's own log.

import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { flushes } from '../../faults/flush/moments.ts'
import { place } from '../../fixtures/browsers.ts'
import { onDisk } from './disk.ts'
import type { Served } from './pages.ts'
import { onTablet } from './tablet.ts'

/** How often the browser flushed the log of each contender's database while it took so many answers, by the contender's name. */
export function flushesOf<Name extends string>(
  served: Served,
  names: readonly Name[],
  amount: number,
): Promise<Readonly<Record<Name, number>>> {
  return onDisk(async folder => {
    const trace = join(folder, 'trace')
    const program = join(folder, 'chromium')
    const calls = '-f -qq --seccomp-bpf -ttt -y -e trace=fsync,fdatasync,sync_file_range,msync'
    await writeFile(program, `#!/bin/sh\nexec strace ${calls} -o '${trace}' '${place('Chromium')}' "$@"\n`)
    await chmod(program, 0o700)
    const spans = await onTablet(
      served,
      names,
      1,
      async contenders => {
        const found: [Name, { from: number; to: number }][] = []
        for (const name of names) {
          const from = Date.now() / 1000
          await contenders[name].taps(amount)
          found.push([name, { from, to: Date.now() / 1000 }])
        }
        return found
      },
      program,
    )
    const all = flushes(await readFile(trace, 'utf8'))
    const count = (name: Name, { from, to }: { from: number; to: number }) =>
      all.filter(({ file, began, ended }) => {
        const own = file.includes(`_${name}.localhost_`) && /\.leveldb\/\d+\.log$/.test(file)
        return own && began >= from && ended <= to
      }).length
    return Object.fromEntries(spans.map(([name, span]) => [name, count(name, span)])) as Record<Name, number>
  })
}
