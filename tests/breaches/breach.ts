// A planted breach: the house copied to a folder of its own, one promise broken in it, and the test that must notice.

import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Report } from '../run/outcome.ts'

/** What is broken, and who must catch it. */
export interface Breach {
  /** The number of the promise in docs/promises.md (1 to 11). */
  readonly promise: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11
  /** What the breach does to people, in one sentence without its full stop. */
  readonly breach: string
  readonly file: string
  /** Stands in the file exactly once. */
  readonly find: string
  readonly replace: string
  /** A test file, or a folder of them. */
  readonly test: string
  /** A part of the name of the test that must fail; without it, any test of the file may. */
  readonly name?: string
  /** Whether the test looks at the built app. */
  readonly built?: true
}

const parts = [
  'src',
  'tests',
  'locales',
  'public',
  'index.html',
  'package.json',
  'vite.config.ts',
  'tsconfig.json',
]

/** Copies what there is of the parts, all but what others made for the bench: half a gigabyte that no test needs. */
async function copyTo(copy: string): Promise<void> {
  const there = parts.filter(part => existsSync(part)).join(' ')
  // A whole second faster than Node's own copying, four hundred times over.
  const copying = `tar -c --exclude=peers/node_modules ${there} | tar -x -C "$1"`
  await promisify(execFile)('sh', ['-ec', copying, 'sh', copy])
}

/** Copies the house, plants the breach and runs its test there; resolves to the names of the tests that noticed. */
export async function plant(breach: Breach): Promise<string[]> {
  const copy = await mkdtemp(join(tmpdir(), 'equal-voice-breach-'))
  try {
    await copyTo(copy)
    await symlink(resolve('node_modules'), join(copy, 'node_modules'))
    await cut(join(copy, breach.file), breach)
    if (breach.built) await program(copy, 'vite', ['build'])
    return await noticed(copy, breach)
  } finally {
    await rm(copy, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Replaces the text. Throws when it does not stand there exactly once: the breach has gone stale. */
async function cut(path: string, { file, find, replace }: Breach): Promise<void> {
  const text = await readFile(path, 'utf8')
  const times = text.split(find).length - 1
  if (times !== 1) throw new Error(`${file} holds the text to replace ${times} times: ${find}`)
  await writeFile(
    path,
    text.replace(find, () => replace),
  )
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Ways in which a breach does not even run: such a failure is no catch. */
const lame = /SyntaxError|ReferenceError|TypeError|Cannot find (module|package)|Failed to (resolve|load)/

async function noticed(copy: string, { test, name }: Breach): Promise<string[]> {
  const file = join(copy, 'report.json')
  const args = ['run', test, '--reporter=json', `--outputFile=${file}`, '--root', copy]
  if (name) args.push('-t', escaped(name))
  const printed = await program(copy, 'vitest', args)
  const report: Report | undefined = await readFile(file, 'utf8').then(JSON.parse, () => undefined)
  if (!report) throw new Error(`no report: ${printed}`)
  const failed = report.testResults
    .flatMap(one => one.assertionResults)
    .filter(one => one.status === 'failed')
  const broken = report.testResults.filter(
    one => one.status === 'failed' && one.assertionResults.length === 0,
  )
  if (broken.length > 0) throw new Error(`a test that could not be read: ${broken[0]?.message}`)
  const mute = failed.filter(one => lame.test((one.failureMessages ?? []).join('\n')))
  if (mute.length > 0 && mute.length === failed.length)
    throw new Error(`it failed, but could not even run: ${mute[0]?.failureMessages?.join('\n')}`)
  return failed.map(one => one.fullName)
}

function program(copy: string, name: string, args: readonly string[]): Promise<string> {
  const bin = join(copy, 'node_modules/.bin', name)
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: copy, env: clean(), stdio: 'pipe' })
    let printed = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (printed += chunk))
    child.on('error', fail)
    child.on('close', () => done(printed))
  })
}

/** The environment without what the vitest around this one has put there. */
function clean(): NodeJS.ProcessEnv {
  const mine = /^(VITEST|VITE_|TEST$|MODE$|DEV$|PROD$|SSR$|BASE_URL$|NODE_ENV$)/
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => !mine.test(key)))
}
