// better-auth on our own database: it proves who somebody is. Who may come in, and as whom, is ours (queries/members.ts).

import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import { SHORTEST_PASSWORD } from '../../protocol/accounts.ts'
import type { House } from '../house.ts'
import { invitationFor, takeInvitation } from '../queries/invitations.ts'
import { forgetStranger, newMember } from '../queries/members.ts'
import { inTransaction } from '../queries/transaction.ts'
import { fromNow, VISIT_MINUTES } from '../queries/visits.ts'
import { audited } from './audited.ts'
import { attributes, PREFIX } from './cookie.ts'
import { secretOf } from './secret.ts'

/** The name by which better-auth knows the organisation's own sign-in. */
export const ELSEWHERE = 'trust'

/** Everything that better-auth is told. `elsewhere` brings the organisation's own sign-in: its issuer is asked at once. */
export function optionsOf(house: House, elsewhere: boolean) {
  const { config, publicUrl, db } = house
  const { oidc } = config
  const provider = oidc &&
    elsewhere && {
      providerId: ELSEWHERE,
      clientId: oidc.clientId,
      clientSecret: oidc.clientSecret,
      discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`,
      scopes: ['openid', 'email', 'profile'],
      pkce: true,
      requireIdTokenVerification: true,
    }
  return {
    appName: 'Equal Voice',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret: secretOf(config),
    // No transaction of its own: on SQLite's one connection it would wait for the work that a hook below does.
    database: {
      db,
      type: config.databaseUrl === undefined ? ('sqlite' as const) : ('postgres' as const),
      transaction: false,
    },
    trustedOrigins: [publicUrl],
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Tries are counted in our own table, by address and by account.
    rateLimit: { enabled: false },
    user: { modelName: 'people' },
    verification: { modelName: 'proofs' },
    session: {
      modelName: 'visits',
      expiresIn: VISIT_MINUTES * 60,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'ways_in',
      updateAccountOnSignIn: false,
      // Somebody's address is theirs only if an administrator or this very sign-in has named it.
      accountLinking: { enabled: true, requireLocalEmailVerified: true, trustedProviders: [] },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: 128,
    },
    advanced: {
      cookiePrefix: PREFIX,
      useSecureCookies: publicUrl.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: attributes(house),
      // The provider's page sends the browser back with this one alone, to be compared with what the address says.
      cookies: { state: { attributes: { sameSite: 'lax' as const } } },
    },
    databaseHooks: {
      user: {
        create: {
          before: async (person: { email: string; emailVerified: boolean }) => {
            const invited = person.emailVerified && (await invitationFor(house, person.email.toLowerCase()))
            if (!invited) throw new APIError('FORBIDDEN', { code: 'not_invited', message: 'not invited' })
          },
          after: (person: { id: string; email: string; name: string }) => joined(house, person),
        },
      },
      session: {
        create: {
          before: async (visit: object) => ({
            data: { ...visit, ...fromNow(house), ipAddress: null, userAgent: null },
          }),
        },
      },
      account: {
        create: {
          // Nothing is asked of the provider in somebody's name: what could do that is not kept.
          before: async (way: object) => ({ data: { ...way, ...noTokens } }),
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Equal Voice',
        schema: { twoFactor: { modelName: 'second_factors' } },
        accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 },
      }),
      passkey({
        rpID: new URL(publicUrl).hostname,
        rpName: 'Equal Voice',
        origin: publicUrl,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        schema: { passkey: { modelName: 'passkeys' } },
        authentication: {
          // A key that somebody found is one factor alone: the device must have asked for a finger or a number.
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED')
          },
        },
      }),
      ...(provider ? [genericOAuth({ config: [provider] })] : []),
    ],
  }
}

const noTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
  scope: null,
}

/** Somebody whom the organisation's own sign-in has named takes up the invitation of their address. */
async function joined(house: House, { id, email, name }: { id: string; email: string; name: string }) {
  const taken = await inTransaction(house, async within => {
    const invited = await invitationFor(within, email.toLowerCase())
    if (!invited || !(await takeInvitation(within.db, invited.organisation, invited.id))) {
      // Somebody else took it up between the two: nobody may hold the address without being a member.
      await forgetStranger(within.db, email.toLowerCase())
      return false
    }
    const { organisation, role, services } = invited
    await newMember(within.db, organisation, id, { role, services })
    await audited(within, { organisation, role, person: { id, name } }, 'invitation taken up', role)
    return true
  })
  if (!taken) throw new APIError('FORBIDDEN', { code: 'not_invited', message: 'not invited' })
}

/** better-auth as it answers requests. */
export const authOf = (house: House, elsewhere: boolean) => betterAuth(optionsOf(house, elsewhere))
