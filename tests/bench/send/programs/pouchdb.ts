// A PouchDB server as its documentation sets one up: express-pouchdb with leveldb, and only what replication needs.

import type { RequestListener } from 'node:http'
import { peer } from '../../harness/peers.ts'
import { listen } from './listen.ts'

type Express = () => RequestListener & { use(path: string, what: unknown): void }
type PouchDB = { defaults(options: { prefix: string }): unknown }
type Serve = (of: unknown, options: object) => unknown

const { default: express } = await peer<{ default: Express }>('express')
const { default: pouch } = await peer<{ default: PouchDB }>('pouchdb')
const { default: serve } = await peer<{ default: Serve }>('express-pouchdb')

const folder = process.argv[2] ?? ''
const app = express()
const options = { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: `${folder}/log.txt` }
app.use('/', serve(pouch.defaults({ prefix: `${folder}/` }), options))
listen(app)
