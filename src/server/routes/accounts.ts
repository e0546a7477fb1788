// Ways in with an account: password and code, passkey, the organisation's own sign-in; and what one keeps of them oneself.

import { type Context, Hono } from 'hono'
import {
  codeRequest,
  endPasskeyRequest,
  newPasskeyRequest,
  newPasswordRequest,
  type PasskeysReply,
  passkeyRequest,
  passwordRequest,
  spareRequest,
  type WaysReply,
} from '../../protocol/accounts.ts'
import { doors } from '../../protocol/doors.ts'
import type { ProblemNumber } from '../../protocol/problems.ts'
import { audited } from '../accounts/audited.ts'
import { authOf } from '../accounts/auth.ts'
import { nameOf } from '../accounts/cookie.ts'
import { begun, forward, handOn } from '../accounts/forward.ts'
import { counted, forgiven, letIn, tryFrom, trying } from '../accounts/signing.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import type { House } from '../house.ts'
import { otherWaysOf } from '../queries/members.ts'
import { inTransaction } from '../queries/transaction.ts'
import { endVisit, proveVisit } from '../queries/visits.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { elsewhereRoutes } from './elsewhere.ts'

/** POST to sign in and to change one's ways in, GET what a passkey is to sign. All of it is proved by better-auth. */
export const accountRoutes: Routes = house => {
  const auth = authOf(house, false)
  const ask = (context: Context, path: string, refusal: ProblemNumber, body?: unknown) =>
    forward(house, auth, context, { path, body, as: 'nobody', refusal })
  const mine = (context: Context, path: string, refusal: ProblemNumber, body?: unknown) =>
    forward(house, auth, context, { path, body, as: 'somebody', refusal })

  return new Hono()
    .get(
      doors.ways,
      endpoint(house, { may: 'GET /api/auth/ways' }, async ({ house }): Promise<WaysReply> => {
        return { elsewhere: house.config.oidc?.name ?? null }
      }),
    )
    .post(
      doors.password,
      endpoint(
        house,
        {
          may: 'POST /api/auth/sign-in/email',
          body: passwordRequest,
          apart: true,
          before: (house, context, { email }) =>
            counted(house, [tryFrom(house, context, 'password'), { what: 'account', address: email }]),
        },
        ({ house, body, context }) =>
          trying(house, 'password', async () => {
            const reply = await ask(context, doors.password, '401.4', body)
            const said: unknown = await reply.json()
            // A password alone signs nobody in: whose account has no second factor is as if it had no password.
            if (!isHalfWay(said)) throw await undone(house, reply)
            await forgiven(house, [
              tryFrom(house, context, 'password'),
              { what: 'account', address: body.email },
            ])
            // Whoever is signed in stays so until the code is right as well.
            handOn(context, reply, nameOf(house))
            return {}
          }),
      ),
    )
    .post(doors.code, second(house, 'POST /api/auth/two-factor/verify-totp', doors.code, codeRequest, ask))
    .post(
      doors.spare,
      second(house, 'POST /api/auth/two-factor/verify-backup-code', doors.spare, spareRequest, ask),
    )
    .get(
      doors.askPasskey,
      endpoint(
        house,
        { may: 'GET /api/auth/passkey/generate-authenticate-options', apart: true },
        async ({ context }) => passed(context, await ask(context, doors.askPasskey, '401.6')),
      ),
    )
    .post(
      doors.passkey,
      endpoint(
        house,
        {
          may: 'POST /api/auth/passkey/verify-authentication',
          body: passkeyRequest,
          apart: true,
          before: (house, context) => counted(house, [tryFrom(house, context, 'passkey')]),
        },
        ({ house, body, context }) =>
          trying(house, 'passkey', async () => {
            const reply = await ask(context, doors.passkey, '401.6', body)
            if (!(await letIn(house, context, reply, 'passkey'))) throw refuse('401.6')
            await forgiven(house, [tryFrom(house, context, 'passkey')])
            return {}
          }),
      ),
    )
    .post(
      doors.newPassword,
      endpoint(
        house,
        {
          may: 'POST /api/auth/change-password',
          body: newPasswordRequest,
          apart: true,
          before: (house, context) => counted(house, [tryFrom(house, context, 'password')]),
        },
        async ({ house, who, body, context }) => {
          const change = {
            currentPassword: body.current,
            newPassword: body.password,
            revokeOtherSessions: true,
          }
          const reply = await mine(context, doors.newPassword, '401.4', change)
          await forgiven(house, [tryFrom(house, context, 'password')])
          await inTransaction(house, async within => {
            await proveVisit(within, begun(house, reply) ?? '')
            await audited(within, who, 'password changed', '')
          })
          handOn(context, reply)
          return {}
        },
      ),
    )
    .get(
      doors.offerPasskey,
      endpoint(
        house,
        { may: 'GET /api/auth/passkey/generate-register-options', apart: true },
        async ({ context }) => passed(context, await mine(context, doors.offerPasskey, '401.6')),
      ),
    )
    .post(
      doors.newPasskey,
      endpoint(
        house,
        { may: 'POST /api/auth/passkey/verify-registration', body: newPasskeyRequest, apart: true },
        async ({ house, who, body, context }) => {
          await mine(context, doors.newPasskey, '401.6', body)
          await inTransaction(house, within => audited(within, who, 'passkey made', ''))
          return {}
        },
      ),
    )
    .get(
      doors.passkeys,
      endpoint(
        house,
        { may: 'GET /api/auth/passkey/list-user-passkeys', apart: true },
        async ({ house, who, context }): Promise<PasskeysReply> => {
          const reply = await mine(context, doors.passkeys, '401.6')
          const found = (await reply.json()) as { id: string; name: string | null }[]
          return {
            passkeys: found.map(({ id, name }) => ({ id, name: name ?? '' })),
            ...(await otherWaysOf(house.db, who.person?.id ?? '')),
          }
        },
      ),
    )
    .post(
      doors.endPasskey,
      endpoint(
        house,
        { may: 'POST /api/auth/passkey/delete-passkey', body: endPasskeyRequest, apart: true },
        async ({ house, who, body, context }) => {
          await mine(context, doors.endPasskey, '404.1', body)
          await inTransaction(house, within => audited(within, who, 'passkey ended', ''))
          return {}
        },
      ),
    )
    .route('/', elsewhereRoutes(house))
}

type Ask = (context: Context, path: string, refusal: ProblemNumber, body?: unknown) => Promise<Response>

/** The second half of a password: a code of six digits, or a spare one. */
function second(
  house: House,
  may: 'POST /api/auth/two-factor/verify-totp' | 'POST /api/auth/two-factor/verify-backup-code',
  path: string,
  body: typeof codeRequest | typeof spareRequest,
  ask: Ask,
) {
  return endpoint(
    house,
    {
      may,
      body,
      apart: true,
      before: (house, context) => counted(house, [tryFrom(house, context, 'factor')]),
    },
    ({ house, body, context }) =>
      trying(house, 'code', async () => {
        const reply = await ask(context, path, '401.5', body)
        if (!(await letIn(house, context, reply, 'password and code'))) throw refuse('401.5')
        await forgiven(house, [tryFrom(house, context, 'factor')])
        return {}
      }),
  )
}

const isHalfWay = (said: unknown): boolean =>
  typeof said === 'object' && said !== null && 'twoFactorRedirect' in said && said.twoFactorRedirect === true

async function undone(house: House, reply: Response): Promise<Refusal> {
  await endVisit(house, begun(house, reply) ?? '')
  return refuse('401.4')
}

/** What better-auth says, with its cookies. */
async function passed(context: Context, reply: Response): Promise<unknown> {
  handOn(context, reply)
  return reply.json()
}
