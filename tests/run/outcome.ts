// What came of a stage, and how it is told. Pure.

/** One thing that failed and what it said. */
export interface Failure {
  readonly name: string
  readonly why: string
  /** The file of tests that it stands in. */
  readonly file?: string
}

export interface Outcome {
  readonly passed: number
  readonly failed: readonly Failure[]
  /** What passed only when it was tried again. */
  readonly again?: readonly Failure[]
}

/** What vitest's JSON reporter writes, as far as it is read here. */
export interface Report {
  readonly success: boolean
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[] | null
    }[]
  }[]
}

/** The outcome of a vitest run. A file that could not be read, an error outside of tests and no test at all are failures. */
export function judge(project: string, report: Report | undefined, printed: string): Outcome {
  if (!report) return { passed: 0, failed: [{ name: project, why: `vitest left no report\n${printed}` }] }
  const tests = report.testResults.flatMap(file => file.assertionResults)
  const passed = tests.filter(test => test.status === 'passed').length
  const failed: Failure[] = report.testResults.flatMap(file => {
    const bad = file.assertionResults.filter(test => test.status === 'failed')
    if (bad.length === 0 && file.status === 'failed')
      return [{ name: file.name, why: file.message, file: file.name }]
    return bad.map(test => ({
      name: test.fullName,
      why: (test.failureMessages ?? []).join('\n'),
      file: file.name,
    }))
  })
  const idle = tests.filter(test => test.status !== 'passed' && test.status !== 'failed')
  for (const test of idle) failed.push({ name: test.fullName, why: `it did not run (${test.status})` })
  if (tests.length === 0 && failed.length === 0)
    failed.push({ name: project, why: `no test ran\n${printed}` })
  if (!report.success && failed.length === 0) failed.push({ name: project, why: printed })
  return { passed, failed }
}

/** Files of failures that are tried once more: more than these are no accident of a busy machine. */
const FEW = 2

/** The files to try again alone, or none if the failures are too many or stand in no file. */
export function worthAnother({ failed }: Outcome): readonly string[] {
  const files = [...new Set(failed.map(({ file }) => file ?? ''))]
  return files.length > FEW || files.includes('') ? [] : files
}

/** What came of a stage whose failed files were run a second time: what fails twice has failed, the rest is told. */
export const retried = (first: Outcome, second: Outcome): Outcome => ({
  passed: first.passed + first.failed.length - second.failed.length,
  failed: second.failed,
  again: first.failed.filter(({ name }) => !second.failed.some(other => other.name === name)),
})

/** Several outcomes as one. */
export const together = (outcomes: readonly Outcome[]): Outcome => ({
  passed: outcomes.reduce((sum, one) => sum + one.passed, 0),
  failed: outcomes.flatMap(one => one.failed),
  again: outcomes.flatMap(one => one.again ?? []),
})

/** The last line of a run. */
export const closing = (whole: Outcome): string => `${whole.passed} passed, ${whole.failed.length} failed`

const LONGEST = 6000

/** A failure as it is printed: its name, and the end of a long output rather than all of it. */
export function explain({ name, why }: Failure): string {
  const short = why.length > LONGEST ? `… ${why.slice(-LONGEST)}` : why
  return `\n✗ ${name}\n${short.trim()}\n`.replace(/\n/g, '\n   ')
}
