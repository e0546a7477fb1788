// A tablet's browser for a journey: real Chromium on a profile that outlives it, so that it can be killed and started again.

import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { chromiumOptions } from '../../fixtures/browsers.ts'

export interface Browser {
  readonly context: BrowserContext
  readonly page: Page
  /** Every address that this browser asked for, as its own network log has it, workers included. */
  asked(): Promise<string[]>
  close(): Promise<void>
  /** Ends every one of its processes at once (SIGKILL): a power cut, or a tablet that is dropped. */
  kill(): Promise<void>
}

/** A small tablet in its upright hold. */
const tablet = { width: 800, height: 1280 }

/** Starts Chromium on a profile; the same profile again is the same tablet again. `program` runs it, as strace does. */
export async function openBrowser(profile: string, program?: string): Promise<Browser> {
  const log = join(profile, `network-${Date.now()}.json`)
  const { args = [], ...options } = chromiumOptions()
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    ...(program ? { executablePath: program } : {}),
    args: [...args, `--log-net-log=${log}`],
    viewport: tablet,
    hasTouch: true,
    locale: 'en-GB',
  })
  const gone = new Promise<void>(done => context.once('close', () => done()))
  const visited: string[] = []
  context.on('request', request => visited.push(request.url()))
  const page = context.pages()[0] ?? (await context.newPage())
  return {
    context,
    page,
    asked: async () => [...new Set([...visited, ...addresses(await readFile(log, 'utf8').catch(() => ''))])],
    close: () => context.close(),
    async kill() {
      for (const pid of processes(profile)) end(pid)
      await gone
    },
  }
}

/** Ids of the processes that were started on this profile. */
function processes(profile: string): number[] {
  const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 50_000_000 })
  return list
    .split('\n')
    .filter(line => line.includes(`--user-data-dir=${profile}`))
    .map(line => Number.parseInt(line, 10))
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Its parent's end was its own.
  }
}

/**
 * The addresses that pages and workers asked for, by a network log that is whole or cut short by a kill.
 * What Chromium asks for on its own account, of its makers, has no page's origin as its initiator.
 */
function addresses(log: string): string[] {
  const found = log.split('\n').map(line => {
    const initiator = /"initiator":"([^"]+)"/.exec(line)?.[1] ?? ''
    return /^https?:|^null$/.test(initiator) ? /"url":"((?:https?|wss?):[^"]+)"/.exec(line)?.[1] : undefined
  })
  return found.filter(address => address !== undefined)
}

/** Those of the addresses that are not of this origin. */
export const elsewhere = (asked: readonly string[], url: string): string[] =>
  asked.filter(address => new URL(address).origin !== new URL(url).origin)
