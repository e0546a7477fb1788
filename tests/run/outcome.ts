// What came of a stage, and how it is told. Pure.

/** One thing that failed and what it said. */
export interface Failure {
  readonly name: string
  readonly why: string
}

export interface Outcome {
  readonly passed: number
  readonly failed: readonly Failure[]
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
    if (bad.length === 0 && file.status === 'failed') return [{ name: file.name, why: file.message }]
    return bad.map(test => ({ name: test.fullName, why: (test.failureMessages ?? []).join('\n') }))
  })
  const idle = tests.filter(test => test.status !== 'passed' && test.status !== 'failed')
  for (const test of idle) failed.push({ name: test.fullName, why: `it did not run (${test.status})` })
  if (tests.length === 0 && failed.length === 0)
    failed.push({ name: project, why: `no test ran\n${printed}` })
  if (!report.success && failed.length === 0) failed.push({ name: project, why: printed })
  return { passed, failed }
}

/** Several outcomes as one. */
export const together = (outcomes: readonly Outcome[]): Outcome => ({
  passed: outcomes.reduce((sum, one) => sum + one.passed, 0),
  failed: outcomes.flatMap(one => one.failed),
})

/** The last line of a run. */
export const closing = (whole: Outcome): string => `${whole.passed} passed, ${whole.failed.length} failed`

const LONGEST = 6000

/** A failure as it is printed: its name, and the end of a long output rather than all of it. */
export function explain({ name, why }: Failure): string {
  const short = why.length > LONGEST ? `… ${why.slice(-LONGEST)}` : why
  return `\n✗ ${name}\n${short.trim()}\n`.replace(/\n/g, '\n   ')
}
