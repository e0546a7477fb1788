import { describe, expect, it } from 'vitest'
import { closing, explain, judge, together } from './outcome.ts'
import { ran } from './stage.ts'

const file = (assertionResults: { fullName: string; status: string; failureMessages: string[] }[]) => ({
  name: 'tests/some.test.ts',
  status: assertionResults.some(test => test.status === 'failed') ? 'failed' : 'passed',
  message: '',
  assertionResults,
})
const good = { fullName: 'a person is heard', status: 'passed', failureMessages: [] }
const bad = { fullName: 'a person is not heard', status: 'failed', failureMessages: ['expected 1'] }

describe('the count at the end of a run', () => {
  it('adds up what every stage said, so that one line tells the whole', () => {
    const outcome = judge('rooms', { success: false, testResults: [file([good, bad])] }, '')
    expect(closing(together([outcome, { passed: 1, failed: [] }]))).toBe('2 passed, 1 failed')
    expect(explain(outcome.failed[0] ?? { name: '', why: '' })).toContain('expected 1')
  })

  it('never takes silence for success: no report, no test and a broken file each fail', () => {
    expect(judge('rooms', undefined, 'it died').failed).toHaveLength(1)
    expect(judge('rooms', { success: true, testResults: [] }, '').failed).toHaveLength(1)
    const broken = { name: 'x.test.ts', status: 'failed', message: 'Syntax', assertionResults: [] }
    expect(judge('rooms', { success: false, testResults: [broken] }, '').failed).toHaveLength(1)
  })

  it('counts a test that was left out as a failure, so that nobody can switch one off unseen', () => {
    const left = { ...good, status: 'skipped' }
    expect(judge('rooms', { success: true, testResults: [file([good, left])] }, '').failed).toHaveLength(1)
  })

  it('runs on Node 24 whatever Node the machine has, so that a newcomer needs only npm', async () => {
    const { printed } = await ran('node', '--version')
    expect(printed).toMatch(/^v24\./)
  })
})
