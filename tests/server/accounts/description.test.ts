// openapi.json against what somebody with an account really gets.

import { expect, it } from 'vitest'
import { doors } from '../../../src/protocol/doors.ts'
import { against } from '../described.ts'
import { type Answer, openFront } from '../front.ts'
import { Device } from './passkey.ts'
import { grace, now } from './person.ts'

it("answers an administrator's day as described, from her invitation to the audit trail", async () => {
  const other = await openFront(undefined, now())
  const lookedAt = await other.ask(doors.invited, { body: { token: other.invitation } })
  const { browser } = await grace(other)
  const post = { method: 'POST' }
  const reader = { role: 'reader', services: 'all', email: 'sam@example.org' }
  const me = await browser.ask(doors.me)
  const mine = (path: string) => path.replace(/:\w+/, (me.body as { person: { id: string } }).person.id)
  const invitation = await browser.ask(doors.invitations, { body: reader })
  const list = await browser.ask(doors.members)
  const token = (invitation.body as { link: string }).link.split('#invitation=')[1] ?? ''
  const body = { token, name: 'Sam', email: 'sam@example.org', password: null }
  const accepted = await other.ask(doors.accept, { body })
  const device = new Device(other.url)
  const offered = await browser.ask(doors.offerPasskey)
  const response = device.make(offered.body as Parameters<Device['make']>[0])
  const answers: [string, string, Answer][] = [
    ['post', '/api/invitations/look', lookedAt],
    ['get', '/api/office/me', me],
    ['post', '/api/office/invitations', invitation],
    ['post', '/api/office/invitations', await browser.ask(doors.invitations, { body: reader })],
    ['get', '/api/office/members', list],
    ['post', '/api/invitations/accept', accepted],
    ['post', '/api/invitations/accept', await other.ask(doors.accept, { body })],
    ['get', '/api/office/members', await browser.ask(doors.members)],
    [
      'put',
      '/api/office/members/{member}',
      await browser.ask(mine(doors.member), { method: 'PUT', body: { role: 'reader', services: 'all' } }),
    ],
    ['post', '/api/office/members/{member}/remove', await browser.ask(mine(doors.removeMember), post)],
    [
      'post',
      '/api/office/invitations/{invitation}/withdraw',
      await browser.ask(doors.withdrawInvitation, post),
    ],
    ['get', '/api/auth/ways', await browser.ask(doors.ways)],
    [
      'post',
      '/api/auth/sign-in/email',
      await other.ask(doors.password, { body: { email: 'a@b.org', password: 'x' } }),
    ],
    ['post', '/api/auth/two-factor/verify-totp', await other.ask(doors.code, { body: { code: '000000' } })],
    [
      'post',
      '/api/auth/two-factor/verify-backup-code',
      await other.ask(doors.spare, { body: { code: 'x' } }),
    ],
    ['get', '/api/auth/passkey/generate-authenticate-options', await other.ask(doors.askPasskey)],
    [
      'post',
      '/api/auth/passkey/verify-authentication',
      await other.ask(doors.passkey, { body: { response } }),
    ],
    ['post', '/api/auth/sign-in/social', await other.ask(doors.elsewhere, post)],
    ['get', '/api/auth/callback/{provider}', await other.ask(doors.back)],
    [
      'post',
      '/api/auth/change-password',
      await browser.ask(doors.newPassword, { body: { current: 'x', password: 'a long walk by the river' } }),
    ],
    ['get', '/api/auth/passkey/generate-register-options', offered],
    [
      'post',
      '/api/auth/passkey/verify-registration',
      await browser.ask(doors.newPasskey, { body: { response, name: 'My telephone' } }),
    ],
    ['get', '/api/auth/passkey/list-user-passkeys', await browser.ask(doors.passkeys)],
    [
      'post',
      '/api/auth/passkey/delete-passkey',
      await browser.ask(doors.endPasskey, { body: { id: 'none' } }),
    ],
    ['get', '/api/office/audit', await browser.ask(doors.audit)],
    ['post', '/api/office/members/{member}/end-sessions', await browser.ask(mine(doors.endSessions), post)],
    ['get', '/api/office/me', await browser.ask(doors.me)],
  ]
  for (const [method, path, answer] of answers)
    expect([path, ...against(method, path, answer)]).toEqual([path])
  await other.stop()
})
