// Every migration by its name, in the order in which they run; a name that has shipped never changes.
// An older server runs on beneath which this one migrates: only ever add, what may be null, and refuse nothing that it does
// (docs/decisions/0029-migrations.md; tests/server/rolling.test.ts has real ones).

import type { Migration } from 'kysely/migration'
import type { Engine } from '../database/engine.ts'
import { accounts } from './accounts.ts'
import { first } from './first.ts'
import { listed } from './listed.ts'
import { office } from './office.ts'
import { proved } from './proved.ts'
import { safe } from './safe.ts'
import { struck } from './struck.ts'
import { together } from './together.ts'
import { wordings } from './wordings.ts'

export const migrations = (engine: Engine): Record<string, Migration> => ({
  '0001-first': { up: db => first(db, engine) },
  '0002-wordings': { up: wordings },
  '0003-safe': { up: db => safe(db, engine) },
  '0004-accounts': { up: db => accounts(db, engine) },
  '0005-office': { up: db => office(db, engine) },
  '0006-together': { up: together },
  '0007-proved': { up: db => proved(db, engine) },
  '0008-struck': { up: db => struck(db, engine) },
  '0009-listed': { up: listed },
})
