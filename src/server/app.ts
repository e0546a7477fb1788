// Every route of the server in one place, behind one limit on bodies, one set of headers and one way to refuse.

import { Hono } from 'hono'
import { endpoints } from '../protocol/endpoints.ts'
import { answerTo, outcomeTo, type Routes } from './endpoint.ts'
import { securityHeaders } from './headers.ts'
import { limit } from './limit.ts'
import { permissions } from './permissions.ts'
import { refuse } from './refusal.ts'
import { aboutRoutes } from './routes/about.ts'
import { accountRoutes } from './routes/accounts.ts'
import { actionRoutes } from './routes/actions.ts'
import { auditRoutes } from './routes/audit.ts'
import { demonstrationRoutes } from './routes/demonstration.ts'
import { enrolmentRoutes } from './routes/enrolments.ts'
import { estateRoutes } from './routes/estate.ts'
import { exportRoutes } from './routes/exports.ts'
import { fhirRoutes } from './routes/fhir.ts'
import { memberRoutes } from './routes/members.ts'
import { officeRoutes } from './routes/office.ts'
import { paperRoutes } from './routes/paper.ts'
import { publicRoutes } from './routes/public.ts'
import { readinessRoutes } from './routes/readiness.ts'
import { readingRoutes } from './routes/reading.ts'
import { releaseRoutes } from './routes/releases.ts'
import { rescueRoutes } from './routes/rescues.ts'
import { resultsRoutes } from './routes/results.ts'
import { sessionRoutes } from './routes/sessions.ts'
import { tabletRoutes } from './routes/tablets.ts'
import { tokenRoutes } from './routes/tokens.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import { wordingRoutes } from './routes/wordings.ts'
import { limitsOf, shed, turnstile } from './shed.ts'
import { staticFiles } from './static.ts'

const rooms: readonly Routes[] = [
  publicRoutes,
  enrolmentRoutes,
  tabletRoutes,
  sessionRoutes,
  accountRoutes,
  memberRoutes,
  auditRoutes,
  exportRoutes,
  tokenRoutes,
  webhookRoutes,
  readingRoutes,
  fhirRoutes,
  officeRoutes,
  aboutRoutes,
  estateRoutes,
  wordingRoutes,
  paperRoutes,
  releaseRoutes,
  resultsRoutes,
  readinessRoutes,
  actionRoutes,
  rescueRoutes,
  demonstrationRoutes,
]

/** What tablets say all at once, when a shift ends: paths, whose bodies are read last of all. */
const fromTablets = Object.entries(permissions).flatMap(([route, { by }]) =>
  by === 'tablet' ? route.split(' ').slice(1) : [],
)

const isFhir = (path: string): boolean => path.startsWith('/fhir/')

/** The whole HTTP interface and the built app. */
export const appOf: Routes = house => {
  const app = new Hono()
  app.onError((error, { req }) => (isFhir(req.path) ? outcomeTo(error) : answerTo(error)))
  app.use(securityHeaders(house.publicUrl))
  const { databaseUrl, connections } = house.config
  const enter = turnstile(limitsOf(databaseUrl === undefined ? undefined : connections))
  for (const path of fromTablets)
    app.use(path, shed(enter, path === endpoints.envelopes ? 'forms' : 'others'))
  app.use('/api/*', limit, async (context, next) => {
    await next()
    context.res.headers.set('cache-control', 'no-store')
  })
  app.use('/fhir/*', async (context, next) => {
    await next()
    context.res.headers.set('cache-control', 'no-store')
  })
  for (const room of rooms) app.route('/', room(house))
  app.all('/fhir/*', () => {
    throw refuse('404.1')
  })
  app.all('/api/*', () => {
    throw refuse('404.1')
  })
  app.get('*', staticFiles(house.config.dist))
  app.notFound(() => answerTo(refuse('404.1')))
  return app
}
