// What a database must hold before it serves: an organisation, its marks, and the links of this start.

import { sep } from 'node:path'
import { derived } from './accounts/secret.ts'
import { createDemonstration, tellHistory } from './demonstration/create.ts'
import { showDrafts } from './demonstration/drafts.ts'
import type { House } from './house.ts'
import { invitationLink, officeLink, tabletLink } from './links.ts'
import { audit } from './queries/audit.ts'
import { newInvitation } from './queries/invitations.ts'
import { firstMark, readMark, setMark } from './queries/marks.ts'
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
  const isFirst = (await firstOrganisation(house.db)) === undefined && (await furnish(house))
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

/** Whether it was this server that did it: of several that start together in an empty database one is the first. */
const furnish = (house: House): Promise<boolean> =>
  inTransaction(house, async within => {
    if (!(await firstMark(within.db, 'furnished', 'yes'))) return false
    if (house.config.empty)
      await createOrganisation(within.db, newId(within.random), house.config.organisationName)
    else await createDemonstration(within, WARD)
    return true
  })

/** A link that invites an administrator, whoever opens it: for the first one, or for who is locked out. */
export async function administratorsLink(house: House, organisation: string): Promise<string> {
  const as = { role: 'administrator', services: 'all', email: null } as const
  const { token } = await newInvitation(house, organisation, as, 'the server')
  await audit({ ...house, by: 'the server' }, organisation, 'invited', 'administrator')
  return invitationLink(house, token)
}

/** What whoever runs the server should hear before it serves. */
export const warnings = async (house: House): Promise<string[]> => [
  ...(await keysBeside(house)),
  ...(await anotherSecret(house)),
]

/** By what this server's secret of accounts is known again; nobody finds the secret of it. */
const SECRET = 'accounts secret'

/** Servers that share a database and no secret would each sign out whom the other has signed in. */
async function anotherSecret({ db, config }: House): Promise<string[]> {
  const [known, ours] = [await readMark(db, SECRET), derived(config, SECRET)]
  await setMark(db, SECRET, ours)
  if (known === undefined || known === ours) return []
  return [
    "Warning: the accounts' secret is not that of the last start: everybody is signed out. Servers that share a " +
      'database must share it: see ACCOUNTS_SECRET in docs/deployment.md.',
  ]
}

/** Keys that lie beside what they open. */
async function keysBeside({ db, config }: House): Promise<string[]> {
  const { databaseUrl, privateKeys, keysDir, dataDir } = config
  const beside = databaseUrl === undefined && privateKeys === undefined && isInside(keysDir, dataDir)
  if (!beside || (await firstOrganisation(db))?.demonstration !== 0) return []
  return [
    `Warning: the private keys lie beside the database in ${dataDir}: whoever copies it can open every form. ` +
      'See KEYS_DIR in docs/deployment.md.',
  ]
}

const isInside = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep)
