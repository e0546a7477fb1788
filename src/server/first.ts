// What a database must hold before it serves: an organisation, its marks, and the links of this start.

import { sep } from 'node:path'
import { createDemonstration, tellHistory } from './demonstration/create.ts'
import { showDrafts } from './demonstration/drafts.ts'
import type { House } from './house.ts'
import { invitationLink, officeLink, tabletLink } from './links.ts'
import { audit } from './queries/audit.ts'
import { newInvitation } from './queries/invitations.ts'
import { readMark } from './queries/marks.ts'
import { createOrganisation, firstOrganisation } from './queries/organisations.ts'
import { newSignIn } from './queries/sessions.ts'
import { newEnrolment } from './queries/tablets.ts'
import { inTransaction } from './queries/transaction.ts'
import { newId } from './secrets.ts'

/**
 * Links made at a start. `office` invites the first administrator, once, at the first start alone; else whoever reads the log
 * could come in. In a demonstration, where nobody has anything to lose, it signs an administrator in at once, at every start, to
 * see everything; `tablet` enrols one and `advocate` signs one in, there only.
 */
export interface Links {
  readonly tablet?: string
  readonly office?: string
  readonly advocate?: string
}

const WARD = 'demonstration ward'

/** Makes the demonstration, or an organisation without one, in an empty database; then this start's links. */
export async function prepare(house: House): Promise<Links> {
  const isFirst = (await firstOrganisation(house.db)) === undefined
  if (isFirst) await furnish(house)
  await showDrafts(house)
  await tellHistory(house)
  return inTransaction(house, async within => {
    const organisation = await firstOrganisation(within.db)
    if (!organisation) throw new Error('an organisation that was just made is gone')
    if (!isFirst && organisation.demonstration === 0) return {}
    if (organisation.demonstration === 0) return { office: await administratorsLink(within, organisation.id) }
    const office = officeLink(within, await newSignIn(within, organisation.id, 'administrator'))
    const ward = await readMark(within.db, WARD)
    if (ward === undefined) return { office }
    const { code } = await newEnrolment(within, organisation.id, ward)
    const advocate = officeLink(within, await newSignIn(within, organisation.id, 'advocate'))
    return { office, tablet: tabletLink(within, code), advocate }
  })
}

const furnish = (house: House): Promise<void> =>
  house.config.empty
    ? createOrganisation(house.db, newId(house.random), house.config.organisationName)
    : createDemonstration(house, WARD)

/** A link that invites an administrator, whoever opens it: for the first one, or for who is locked out. */
export async function administratorsLink(house: House, organisation: string): Promise<string> {
  const as = { role: 'administrator', services: 'all', email: null } as const
  const { token } = await newInvitation(house, organisation, as, 'the server')
  await audit({ ...house, by: 'the server' }, organisation, 'invited', 'administrator')
  return invitationLink(house, token)
}

/** What whoever runs the server should hear before it serves: keys that lie beside what they open. */
export async function warnings({ db, config }: House): Promise<string[]> {
  const { databaseUrl, privateKeys, keysDir, dataDir } = config
  const beside = databaseUrl === undefined && privateKeys === undefined && isInside(keysDir, dataDir)
  if (!beside || (await firstOrganisation(db))?.demonstration !== 0) return []
  return [
    `Warning: the private keys lie beside the database in ${dataDir}: whoever copies it can open every form. ` +
      'See KEYS_DIR in docs/deployment.md.',
  ]
}

const isInside = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep)
