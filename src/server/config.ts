// Every setting, read in this one place and checked before anything else happens.

import { join, resolve } from 'node:path'
import * as v from 'valibot'

/** How this server is run. Folders are absolute; `publicUrl` has no slash at its end. */
export interface Config {
  readonly port: number
  /** The addresses to listen on: this machine's own, unless HOST or PUBLIC_URL is set. */
  readonly hosts: readonly string[]
  readonly dataDir: string
  /** PostgreSQL; SQLite in the data folder when undefined. */
  readonly databaseUrl: string | undefined
  /** Connections to PostgreSQL at most. */
  readonly connections: number
  readonly ledgerDir: string
  readonly keysDir: string
  /** JSON of the private keys by id, instead of a folder. */
  readonly privateKeys: string | undefined
  readonly zone: string
  /** Where people reach this server; where it listens when undefined. */
  readonly publicUrl: string | undefined
  readonly organisationName: string
  /** How many proxies of ours a request comes through, whose X-Forwarded-For is believed. */
  readonly proxies: number
  /** What signs cookies and encrypts what makes codes, instead of a file in the data folder. */
  readonly accountsSecret: string | undefined
  /** The organisation's own sign-in, by OpenID Connect. */
  readonly oidc: Oidc | undefined
  /** No demonstration is made in an empty data folder. */
  readonly empty: boolean
  /** The folder of the built app. */
  readonly dist: string
}

/** A provider that is found at its issuer; `name` stands on the button. */
interface Oidc {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly name: string
}

/** A setting that can't be; the message is one sentence for who set it. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

const whole = (least: number, most: number, otherwise: string, says: string) =>
  v.pipe(
    v.optional(v.string(), otherwise),
    v.regex(/^\d+$/, says),
    v.transform(Number),
    v.minValue(least, says),
    v.maxValue(most, says),
  )

const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'))
const address = (schemes: string[], says: string) =>
  v.pipe(
    text,
    v.check(given => URL.canParse(given) && schemes.includes(new URL(given).protocol), says),
  )

const shape = v.object({
  PORT: whole(0, 65_535, '8080', 'must be a number from 0 to 65535'),
  HOST: v.optional(text),
  DATA_DIR: v.optional(text, './data'),
  DATABASE_URL: v.optional(
    address(
      ['postgres:', 'postgresql:'],
      'must be a PostgreSQL address such as postgres://name@host/database',
    ),
  ),
  DATABASE_CONNECTIONS: whole(2, 100, '10', 'must be a number from 2 to 100'),
  LEDGER_DIR: v.optional(text),
  KEYS_DIR: v.optional(text),
  PRIVATE_KEYS: v.optional(v.pipe(text, v.check(isObject, 'must be a JSON object of keys'))),
  TIME_ZONE: v.optional(
    v.pipe(text, v.check(isZone, 'must be a time zone such as Europe/London')),
    'Europe/London',
  ),
  PUBLIC_URL: v.optional(
    v.pipe(
      address(['http:', 'https:'], 'must be an address such as https://voice.example.nhs.uk'),
      v.check(given => !URL.canParse(given) || new URL(given).pathname === '/', 'must have no path'),
    ),
  ),
  ORGANISATION_NAME: v.optional(
    v.pipe(text, v.maxLength(80, 'must have at most 80 letters')),
    'Our organisation',
  ),
  PROXIES: whole(0, 9, '0', 'must be a number from 0 to 9'),
  ACCOUNTS_SECRET: v.optional(v.pipe(text, v.minLength(32, 'must have 32 letters at least'))),
  OIDC_ISSUER: v.optional(
    v.pipe(
      address(['http:', 'https:'], 'must be an address such as https://login.example.nhs.uk'),
      v.check(isSafe, 'must begin with https://'),
    ),
  ),
  OIDC_CLIENT_ID: v.optional(text),
  OIDC_CLIENT_SECRET: v.optional(text),
  OIDC_NAME: v.optional(v.pipe(text, v.maxLength(80, 'must have at most 80 letters')), 'Your organisation'),
})

// A browser may take either for localhost.
const OWN = ['127.0.0.1', '::1']
const ALL = ['0.0.0.0']

/** The settings of an environment and a command line. Throws ConfigError for a value that can't be. */
export function configFrom(
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Config {
  const strange = args.find(arg => arg !== '--empty')
  if (strange !== undefined) throw new ConfigError(`There is no option ${strange}; there is --empty.`)
  const read = v.safeParse(shape, env)
  if (!read.success) {
    const [issue] = read.issues
    throw new ConfigError(`The setting ${v.getDotPath(issue)} ${issue.message}.`)
  }
  const set = read.output
  const dataDir = resolve(set.DATA_DIR)
  return {
    port: set.PORT,
    hosts: set.HOST === undefined ? (set.PUBLIC_URL === undefined ? OWN : ALL) : [set.HOST],
    dataDir,
    databaseUrl: set.DATABASE_URL,
    connections: set.DATABASE_CONNECTIONS,
    ledgerDir: resolve(set.LEDGER_DIR ?? join(dataDir, 'ledger')),
    keysDir: resolve(set.KEYS_DIR ?? join(dataDir, 'keys')),
    privateKeys: set.PRIVATE_KEYS,
    zone: set.TIME_ZONE,
    publicUrl: set.PUBLIC_URL === undefined ? undefined : new URL(set.PUBLIC_URL).origin,
    organisationName: set.ORGANISATION_NAME,
    proxies: set.PROXIES,
    accountsSecret: set.ACCOUNTS_SECRET,
    oidc: oidcOf(set),
    empty: args.includes('--empty'),
    dist: resolve(import.meta.dirname, '../../dist'),
  }
}

function oidcOf(set: v.InferOutput<typeof shape>): Oidc | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = set
  const given = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }
  if (Object.values(given).every(one => one === undefined)) return undefined
  const [lacks] = Object.entries(given).flatMap(([name, one]) => (one === undefined ? [name] : []))
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined)
    throw new ConfigError(
      `The setting ${lacks} is missing: OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together.`,
    )
  const issuer = OIDC_ISSUER.replace(/\/$/, '')
  return { issuer, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, name: OIDC_NAME }
}

/** The settings of this process. Throws ConfigError for a value that can't be. */
export const config = (args: readonly string[] = process.argv.slice(2)): Config =>
  configFrom(process.env, args)

function isZone(given: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

// On this machine itself nobody listens in between.
function isSafe(given: string): boolean {
  if (!URL.canParse(given)) return true
  const { protocol, hostname } = new URL(given)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

function isObject(given: string): boolean {
  try {
    const value: unknown = JSON.parse(given)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
