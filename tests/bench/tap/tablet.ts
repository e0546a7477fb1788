// A slowed tablet on a real disk, with one page a contender.

import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { chromiumOptions } from '../../fixtures/browsers.ts'
import { onDisk } from './disk.ts'
import type { Served } from './pages.ts'

/** One contender's page. */
export interface Contender {
  /** Milliseconds of each of so many answers, each awaited to its commit. */
  taps(amount: number): Promise<readonly number[]>
  /** Throws unless all of them are on the disk. */
  prove(): Promise<void>
}

async function contender(context: BrowserContext, address: string, slowed: number): Promise<Contender> {
  const page = await context.newPage()
  await page.goto(address)
  await page.evaluate('tap.then(() => undefined)')
  const chromium = await context.newCDPSession(page)
  await chromium.send('Emulation.setCPUThrottlingRate', { rate: slowed })
  return {
    async taps(amount) {
      await page.bringToFront()
      return page.evaluate(`tap.then(tap => tap.some(${amount}))`)
    },
    prove: () => page.evaluate('tap.then(tap => tap.prove())'),
  }
}

/** Lends each contender's page in one browser, whose pages are so many times slower than this machine; `program` runs it, as strace does. */
export function onTablet<Name extends string, T>(
  served: Served,
  names: readonly Name[],
  slowed: number,
  work: (contenders: Readonly<Record<Name, Contender>>) => Promise<T>,
  program?: string,
): Promise<T> {
  return onDisk(async folder => {
    const { args = [], ...options } = chromiumOptions()
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      ...options,
      ...(program ? { executablePath: program } : {}),
      args: [...args, '--disable-renderer-backgrounding'],
    })
    try {
      const all: [Name, Contender][] = []
      for (const name of names) all.push([name, await contender(context, served.address(name), slowed)])
      return await work(Object.fromEntries(all) as Record<Name, Contender>)
    } finally {
      await context.close()
    }
  })
}
