import { describe, expect, it } from 'vitest'
import { closing, explain, judge, retried, together, worthAnother } from './outcome.ts'
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

  it('tries a file or two again, and tells what passed only then; what fails twice has failed', () => {
    const first = judge('journeys', { success: false, testResults: [file([good, bad])] }, '')
    expect(worthAnother(first)).toEqual(['tests/some.test.ts'])
    const better = { ...bad, status: 'passed' }
    const second = judge('journeys', { success: true, testResults: [file([good, better])] }, '')
    const whole = together([retried(first, second)])
    expect(closing(whole)).toBe('2 passed, 0 failed')
    expect(whole.again?.map(({ name }) => name)).toEqual(['a person is not heard'])
    expect(closing(together([retried(first, first)]))).toBe('1 passed, 1 failed')
  })

  it('tries nothing again where much failed, or where a test did not run', () => {
    const many = ['a', 'b', 'c'].map(name => ({ name, why: '', file: `${name}.test.ts` }))
    expect(worthAnother({ passed: 0, failed: many })).toEqual([])
    expect(worthAnother({ passed: 0, failed: [{ name: 'it did not run', why: '' }] })).toEqual([])
  })

  it('runs on Node 24 whatever Node the machine has, so that a newcomer needs only npm', async () => {
    const { printed } = await ran('node', '--version')
    expect(printed).toMatch(/^v24\./)
  })
})
