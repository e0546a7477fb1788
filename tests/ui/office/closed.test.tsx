// A box that stays closed, in the office: Rosa the advocate learns it, so that people are heard in another way.

import { cleanup, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptied, shut } from '../../fixtures/heard.ts'
import { asAdvocate, fakeOffice, heading, open, withWard } from './fake.tsx'

afterEach(cleanup)
beforeEach(() => {
  window.scrollTo = () => undefined
})

const page = () => screen.getByRole('main').textContent ?? ''

describe.each(['/office', '/office/wards/maple'])('on the page %s', path => {
  it('tells Rosa since when people have been told, and what she can do for them', async () => {
    open(path, fakeOffice({ look: asAdvocate({ closed: shut }) }))
    await heading(path === '/office' ? /./ : 'Maple ward')
    expect(page()).toContain('The tablets have said so since 1 June 2026.')
    expect(page()).toContain('you can take their views another way')
    expect(page()).toContain('erased unread on 1 March 2027')
  })

  it('tells Grace that the box stays closed, and how small wards are heard, but never how many forms there are', async () => {
    open(path, fakeOffice({ look: withWard({ closed: { ...shut, ...emptied } }) }))
    await heading(path === '/office' ? /./ : 'Maple ward')
    expect(page()).toContain('This box stays closed.')
    expect(page()).toContain('counted together with others')
    expect(page()).toContain('were erased on 7 March 2027')
    expect(page()).not.toContain('you can take their views')
  })

  it('says nothing of a box that is counted', async () => {
    open(path, fakeOffice({ look: withWard({}) }))
    await heading(path === '/office' ? /./ : 'Maple ward')
    expect(page()).not.toMatch(/stays closed|erased/)
  })
})
