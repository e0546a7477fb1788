// Real browsers, started by their plain command line on a profile folder, and stopped as a power cut would.

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A browser as this machine has it. `binaries` are the places where it may be; the first that exists is taken. */
export interface Engine {
  readonly name: 'Chromium' | 'Firefox' | 'WebKitGTK'
  readonly binaries: readonly string[]
  command(binary: string, profile: string, url: string): readonly string[]
}

const quiet = '--no-first-run --disable-background-networking --disable-component-update --disable-sync'

export const engines: readonly Engine[] = [
  {
    name: 'Chromium',
    binaries: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    command: (binary, profile, url) => [
      binary,
      ...`--headless=new --no-sandbox --disable-gpu --disable-quic ${quiet}`.split(' '),
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      url,
    ],
  },
  {
    name: 'Firefox',
    binaries: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
    command: (binary, profile, url) => [binary, '--headless', '--no-remote', '--profile', profile, url],
  },
  {
    name: 'WebKitGTK',
    binaries: [
      '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
      '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
      '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
    ],
    command: (binary, _profile, url) => ['xvfb-run', '-a', binary, url],
  },
]

/** A running browser. */
export interface Running {
  /** Ends every one of its processes at once (SIGKILL), as a power cut would. */
  kill(): Promise<void>
}

/**
 * Starts an engine with `profile` as its home, and more in its environment if it needs that. Throws a plain sentence when
 * the machine does not have it.
 */
export function launch(engine: Engine, profile: string, url: string, more: NodeJS.ProcessEnv = {}): Running {
  const binary = engine.binaries.find(existsSync)
  if (!binary)
    throw new Error(`${engine.name} is not on this machine: looked for ${engine.binaries.join(', ')}`)
  const [program = binary, ...rest] = engine.command(binary, profile, url)
  const home = {
    HOME: profile,
    XDG_DATA_HOME: join(profile, 'data'),
    XDG_CACHE_HOME: join(profile, 'cache'),
    XDG_CONFIG_HOME: join(profile, 'config'),
  }
  const child = spawn(program, rest, {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, ...home, ...more },
  })
  return { kill: () => end(child) }
}

async function end(child: ChildProcess): Promise<void> {
  const { pid } = child
  if (pid === undefined) return
  const over = child.exitCode !== null || child.signalCode !== null
  const gone = over ? undefined : new Promise(done => child.once('exit', done))
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // The whole group is gone already.
  }
  await gone
}
