// How a stage is run: another program, the walls, or one of vitest's projects.

import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { judge, type Outcome, type Report, retried, worthAnother } from './outcome.ts'

const bin = resolve('node_modules/.bin')

/** Runs a program of node_modules/.bin; resolves to how it ended and all it printed. */
export function ran(name: string, ...args: string[]): Promise<{ code: number; printed: string }> {
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, NO_COLOR: '1' }
  return new Promise(done => {
    const child = spawn(name, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let printed = ''
    const keep = (chunk: Buffer) => {
      printed += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', error => done({ code: 127, printed: String(error) }))
    child.on('close', code => done({ code: code ?? 1, printed }))
  })
}

/** A program that passes when it ends with 0. */
export async function program(name: string, ...args: string[]): Promise<Outcome> {
  const { code, printed } = await ran(name, ...args)
  if (code === 0) return { passed: 1, failed: [] }
  return { passed: 0, failed: [{ name: [name, ...args].join(' '), why: printed }] }
}

/** The house has this many rooms; fewer modules than that can't be all of it. */
const ROOMS = 18

/** What dependency-cruiser says of the source. Having read next to nothing is a failure: it prints a green tick then too. */
export async function walls(): Promise<Outcome> {
  const { code, printed } = await ran('depcruise', '--config', '.dependency-cruiser.cjs', 'src')
  const read = Number(/\((\d+) modules/.exec(printed)?.[1] ?? 0)
  if (code === 0 && read >= ROOMS) return { passed: 1, failed: [] }
  return { passed: 0, failed: [{ name: `walls (${read} modules read)`, why: printed }] }
}

/** One of vitest's projects, judged by its JSON report. */
export async function vitest(project: string, ...more: string[]): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'equal-voice-run-'))
  const file = join(folder, 'report.json')
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  const { code, printed } = await ran('vitest', ...args, ...more)
  const report: Report | undefined = await readFile(file, 'utf8').then(JSON.parse, () => undefined)
  await rm(folder, { recursive: true, force: true })
  const outcome = judge(project, report, printed)
  if (code === 0 || outcome.failed.length > 0) return outcome
  return { passed: outcome.passed, failed: [{ name: project, why: printed }] }
}

/**
 * The same, with a second try for a file or two, for the stages whose tests talk to other processes: a driver of a browser
 * can stumble and a busy machine be late where nobody is at fault. What passed only then is told by its name.
 */
export async function vitestTwice(project: string): Promise<Outcome> {
  const first = await vitest(project)
  const files = worthAnother(first)
  return files.length === 0 ? first : retried(first, await vitest(project, ...files))
}
