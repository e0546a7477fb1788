// Files that are taken away, and how other systems read: what a leader and an administrator see of it and can do.

import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Outlets } from '../../../../src/office/outlets.ts'
import type { ExportRequest } from '../../../../src/protocol/outlets.ts'
import { fakeOffice, heading, open } from '../fake.tsx'
import { overview } from '../fixtures.ts'
import { done } from '../outcome.ts'
import { fakeOutlets } from './fake.ts'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const as = (role: 'administrator' | 'reader', outlets: Partial<Outlets> = {}) =>
  fakeOffice({
    look: { overview: () => done(overview({ role })) },
    outlets: { ...fakeOutlets(), ...outlets },
  })
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const press = (name: string | RegExp) => fireEvent.click(button(name))

describe('taking a file away', () => {
  it('asks for what was chosen, says how much came, and hands it to the browser', async () => {
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const asked: ExportRequest[] = []
    const { files } = fakeOutlets()
    const take: typeof files.take = (what, ...rest) => {
      asked.push(what)
      return files.take(what, ...rest)
    }
    open('/office/exports', as('reader', { files: { ...fakeOutlets().files, take } }))
    await heading('Exports')
    fireEvent.click(screen.getByRole('radio', { name: 'Releases added up' }))
    fireEvent.input(screen.getByLabelText('Counted from'), { target: { value: '2026-01-01' } })
    press('Take the file')
    await screen.findByText(/has come whole \(2\.3 kB\)/)
    expect(asked).toEqual([
      { file: 'rollups.csv', service: null, ward: null, from: '2026-01-01', until: null },
    ])
    expect(clicked).toHaveBeenCalledOnce()
  })

  it('says that it was stopped when somebody stops it, and keeps nothing of it', async () => {
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const take: Outlets['files']['take'] = (_, heard, stop) => {
      heard(1_500_000, 60)
      return new Promise(resolve => {
        stop.addEventListener('abort', () => resolve({ done: false, refusal: 'no-signal' }))
      })
    }
    open('/office/exports', as('reader', { files: { ...fakeOutlets().files, take } }))
    await heading('Exports')
    press('Take the file')
    await screen.findByText('1.5 MB so far, of 60 releases.')
    press('Stop')
    await screen.findByText(/^Stopped\. Nothing was kept/)
    expect(clicked).not.toHaveBeenCalled()
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull()
  })

  it('says that a file broke off half-way, so that nobody takes half of it for the whole', async () => {
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const take: Outlets['files']['take'] = async (_, heard) => {
      heard(1200, 2)
      return { done: false, refusal: 'no-signal' }
    }
    open('/office/exports', as('reader', { files: { ...fakeOutlets().files, take } }))
    await heading('Exports')
    press('Take the file')
    await screen.findByText(/broke off on its way/)
    expect(clicked).not.toHaveBeenCalled()
  })

  it('asks for nothing while the last day comes before the first', async () => {
    const { files } = fakeOutlets()
    const take = vi.fn(files.take)
    open('/office/exports', as('reader', { files: { ...fakeOutlets().files, take } }))
    await heading('Exports')
    fireEvent.input(screen.getByLabelText('Counted from'), { target: { value: '2026-03-01' } })
    fireEvent.input(screen.getByLabelText('Counted until'), { target: { value: '2026-02-01' } })
    press('Take the file')
    await screen.findByText(/The last day comes before the first/)
    expect(take).not.toHaveBeenCalled()
  })

  it('shows other systems to an administrator alone', async () => {
    open('/office/exports', as('reader'))
    await heading('Exports')
    expect(screen.queryByRole('link', { name: 'Tokens' })).toBeNull()
    cleanup()
    open('/office/exports/tokens', as('reader'))
    await heading('There is nothing here')
    cleanup()
    open('/office/exports', as('administrator'))
    await heading('Exports')
    screen.getByRole('link', { name: 'Tokens' })
  })
})

describe('tokens', () => {
  it('are shown once, when they are made, with a day and services that somebody chose', async () => {
    const { tokens } = fakeOutlets()
    const make = vi.fn(tokens.make)
    open('/office/exports/tokens', as('administrator', { tokens: { ...tokens, make } }))
    await heading('Tokens for other systems')
    press('Make the token')
    await screen.findByText(/Say which system it is for/)
    fireEvent.input(screen.getByLabelText('Which system is it for?'), { target: { value: ' Warehouse ' } })
    fireEvent.input(screen.getByLabelText('Its last day'), { target: { value: '2026-12-31' } })
    press('Make the token')
    await screen.findByText(/Choose a service, or all/)
    fireEvent.click(screen.getByRole('checkbox', { name: /All services/ }))
    press('Make the token')
    const shown = await screen.findByLabelText('The token')
    expect((shown as HTMLInputElement).value).toBe('evt_shown_once')
    expect(make).toHaveBeenCalledExactlyOnceWith({ name: 'Warehouse', services: 'all', until: '2026-12-31' })
    press('Done')
    await waitFor(() => expect(screen.queryByLabelText('The token')).toBeNull())
  })

  it('end only after a question, and leave is its first answer', async () => {
    const { tokens } = fakeOutlets()
    const end = vi.fn(tokens.end)
    open('/office/exports/tokens', as('administrator', { tokens: { ...tokens, end } }))
    await heading('Tokens for other systems')
    fireEvent.click(await screen.findByRole('button', { name: 'End the token Data warehouse' }))
    const question = screen.getByRole('region', { name: 'End the token Data warehouse now?' })
    expect(within(question).getAllByRole('button')[0]?.textContent).toBe('Leave it')
    expect(end).not.toHaveBeenCalled()
    press('End it')
    await screen.findByText('The token Data warehouse has ended.')
    expect(end).toHaveBeenCalledExactlyOnceWith('token-1')
  })
})

describe('addresses that are told', () => {
  it('say in words what came of each telling', async () => {
    open('/office/exports/webhooks', as('administrator'))
    await heading('Tell other systems')
    await screen.findByText('Waiting to be tried again: there was no answer')
    screen.getByText('Arrived: answer 204')
  })

  it('get another secret after a question, and it is shown once', async () => {
    open('/office/exports/webhooks', as('administrator'))
    await heading('Tell other systems')
    fireEvent.click(await screen.findByRole('button', { name: /^Give it another secret: https/ }))
    press('Give it another')
    const shown = await screen.findByLabelText('The secret')
    expect((shown as HTMLInputElement).value).toBe('whsec_another')
  })
})
