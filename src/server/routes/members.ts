// Who may come in: members and invitations, kept by administrators; and taking an invitation up.

import { type Context, Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'
import {
  type AcceptReply,
  acceptRequest,
  type InviteReply,
  inviteRequest,
  lookRequest,
  type MembersReply,
  type MemberView,
  memberRequest,
  type Services,
} from '../../protocol/accounts.ts'
import { doors } from '../../protocol/doors.ts'
import { accept, lookAt } from '../accounts/accept.ts'
import { attributes, giveToken } from '../accounts/cookie.ts'
import { counted, forgiven, tryFrom, trying } from '../accounts/signing.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import { SESSION } from '../guards.ts'
import type { House } from '../house.ts'
import { invitationLink } from '../links.ts'
import { audit } from '../queries/audit.ts'
import { invitationsOf, newInvitation, takeInvitation, takeInvitationsOf } from '../queries/invitations.ts'
import {
  forgetStranger,
  hasAdministrator,
  hasEmail,
  knowsServices,
  lockMembers,
  membersOf,
  removeMember,
  setMember,
} from '../queries/members.ts'
import { endVisits } from '../queries/visits.ts'
import { refuse } from '../refusal.ts'
import { type Session, whoIs } from '../session.ts'

export const memberRoutes: Routes = house =>
  new Hono()
    .get(
      doors.members,
      endpoint(
        house,
        { may: 'GET /api/office/members' },
        async ({ house, who: { organisation } }): Promise<MembersReply> => ({
          members: await membersOf(house.db, organisation),
          invitations: await invitationsOf(house, organisation),
        }),
      ),
    )
    .post(
      doors.invitations,
      endpoint(
        house,
        { may: 'POST /api/office/invitations', body: inviteRequest },
        async ({ house, who, body, context }): Promise<InviteReply> => {
          const { organisation } = who
          await known(house, who, body.services)
          if (body.email !== null) await forgetStranger(house.db, body.email)
          if (body.email !== null && (await hasEmail(house.db, body.email))) throw refuse('409.8')
          const { id, token, until } = await newInvitation(house, organisation, body, whoIs(who))
          await audit(house, organisation, 'invited', body.role)
          context.status(201)
          return { invitation: id, link: invitationLink(house, token), until }
        },
      ),
    )
    .post(
      doors.withdrawInvitation,
      endpoint(
        house,
        { may: 'POST /api/office/invitations/:invitation/withdraw' },
        async ({ house, who: { organisation }, context }) => {
          const id = context.req.param('invitation') ?? ''
          if (!(await takeInvitation(house.db, organisation, id))) throw refuse('404.1')
          await audit(house, organisation, 'invitation withdrawn', id)
          return {}
        },
      ),
    )
    .put(
      doors.member,
      endpoint(
        house,
        { may: 'PUT /api/office/members/:member', body: memberRequest },
        async ({ house, who, body, context }) => {
          const { organisation } = who
          const member = await memberNamed(house, who, context)
          await known(house, who, body.services)
          await setMember(house.db, organisation, context.req.param('member') ?? '', body)
          if (!(await hasAdministrator(house.db, organisation))) throw refuse('409.9')
          await audit(house, organisation, 'role changed', `${member.name}: ${body.role}`)
          if (body.role !== 'administrator') await withdrawnWith(house, organisation, member)
          return {}
        },
      ),
    )
    .post(
      doors.removeMember,
      endpoint(house, { may: 'POST /api/office/members/:member/remove' }, async ({ house, who, context }) => {
        const { organisation } = who
        const member = await memberNamed(house, who, context)
        await removeMember(house.db, organisation, context.req.param('member') ?? '')
        if (!(await hasAdministrator(house.db, organisation))) throw refuse('409.9')
        await audit(house, organisation, 'removed', member.name)
        await withdrawnWith(house, organisation, member)
        return {}
      }),
    )
    .post(
      doors.endSessions,
      endpoint(
        house,
        { may: 'POST /api/office/members/:member/end-sessions' },
        async ({ house, who, context }) => {
          const { name } = await memberNamed(house, who, context)
          await endVisits(house, context.req.param('member') ?? '')
          await audit(house, who.organisation, 'sessions ended', name)
          return {}
        },
      ),
    )
    .post(
      doors.invited,
      endpoint(
        house,
        {
          may: 'POST /api/invitations/look',
          body: lookRequest,
          apart: true,
          before: (house, context) => counted(house, [tryFrom(house, context, 'link')]),
        },
        ({ house, body, context }) =>
          trying(house, 'invitation', async () => {
            const found = await lookAt(house, body.token)
            await forgiven(house, [tryFrom(house, context, 'link')])
            return found
          }),
      ),
    )
    .post(
      doors.accept,
      endpoint(
        house,
        {
          may: 'POST /api/invitations/accept',
          body: acceptRequest,
          apart: true,
          before: (house, context) => counted(house, [tryFrom(house, context, 'link')]),
        },
        ({ house, body, context }) =>
          trying(house, 'invitation', async (): Promise<AcceptReply> => {
            const { spare, token } = await accept(house, body)
            await forgiven(house, [tryFrom(house, context, 'link')])
            await giveToken(house, context, token)
            // A link's session in the same browser would hide theirs.
            deleteCookie(context, SESSION, attributes(house))
            return { spare }
          }),
      ),
    )

/** Nobody else changes members until this is done. Refuses with 404.1 when the path names none of the organisation. */
async function memberNamed({ db }: House, { organisation }: Session, context: Context): Promise<MemberView> {
  await lockMembers(db, organisation)
  const id = context.req.param('member')
  const found = (await membersOf(db, organisation)).find(one => one.id === id)
  if (!found) throw refuse('404.1')
  return found
}

/**
 * Who may invite nobody any more has not invited anybody: they would come back by a link that they have kept; or by
 * a second one to their own address. It goes by the name that stands on an invitation, so a namesake's are withdrawn too.
 */
async function withdrawnWith(house: House, organisation: string, { name, email }: MemberView): Promise<void> {
  const who = whoIs({ person: { id: '', name }, role: 'administrator' })
  for (const id of await takeInvitationsOf(house.db, organisation, { who, email }))
    await audit(house, organisation, 'invitation withdrawn', id)
}

async function known({ db }: House, { organisation }: Session, services: Services): Promise<void> {
  if (!(await knowsServices(db, organisation, services))) throw refuse('404.1')
}
