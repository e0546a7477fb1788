// Starts the server with the real clock, says where it is, and stops it when asked to.

import { realClock } from './clock.ts'
import { ConfigError, config } from './config.ts'
import { LedgerError } from './ledger/entries.ts'
import { log, logError } from './log.ts'
import { start } from './start.ts'

try {
  const settings = config()
  const { url, links, warnings, stop } = await start(settings, realClock)

  // Before anybody is told that it listens: whoever reads that may end it at once.
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      stop().then(
        () => process.exit(0),
        error => {
          logError('stopping', error)
          process.exit(1)
        },
      )
    })
  }

  log(`Equal Voice is at ${url}`)
  // Said at each start, so that a misspelt DATABASE_URL is noticed.
  log(`Database: ${settings.databaseUrl === undefined ? `SQLite in ${settings.dataDir}` : 'PostgreSQL'}`)
  if (links.tablet) log(`Tablet: ${links.tablet}`)
  log(
    links.office
      ? `Office: ${links.office}`
      : 'Locked out of the office? npm run admin -- invite administrator',
  )
  if (links.advocate) log(`Advocate: ${links.advocate}`)
  for (const warning of warnings) log(warning)
} catch (error) {
  // A wrong setting or ledger is one clear sentence; anything else says where it happened.
  if (error instanceof ConfigError || error instanceof LedgerError) process.stderr.write(`${error.message}\n`)
  else logError('starting', error)
  process.exit(1)
}
