// The office over HTTP: one request for each thing that a screen may ask for.

import { endpoints } from '../protocol/endpoints.ts'
import { paperReply, type RescueRequest, rescueReply } from '../protocol/office.ts'
import { accountRequests } from './accounts.ts'
import { actionRequests } from './actions.ts'
import { estateRequests } from './estate.ts'
import { addresses, ask, nothing, parse } from './http.ts'
import type { Office, Outcome } from './office.ts'
import { outletRequests } from './outlets.ts'
import { readinessRequests } from './readiness.ts'
import {
  codeReply,
  overviewReply,
  packsReply,
  paperKeyReply,
  releaseReply,
  wordingsReply,
} from './replies.ts'
import { resultsRequests } from './results.ts'

/** A file that the build leaves beside the app. */
const PACKS = '/packs.json'

/** An office that talks to the server at `base` (its origin; '' for the page's own). */
export function requests(base = ''): Office {
  const at = addresses(base)
  return {
    session: {
      signIn: token => ask(at(endpoints.signIn), 'POST', nothing, { token }),
      signOut: () => ask(at(endpoints.signOut), 'POST', nothing, {}),
    },
    accounts: accountRequests(base),
    outlets: outletRequests(base),
    results: resultsRequests(base),
    look: {
      overview: () => ask(at(endpoints.overview), 'GET', parse(overviewReply)),
      release: id => ask(at(endpoints.release, id), 'GET', parse(releaseReply)),
      wordings: service => ask(at(endpoints.wordings, service), 'GET', parse(wordingsReply)),
      packs: () => ask(at(PACKS), 'GET', parse(packsReply)),
    },
    readiness: readinessRequests(base),
    actions: actionRequests(base),
    keep: {
      addWard: (service, ward) => ask(at(endpoints.wards), 'POST', nothing, { service, ward }),
      setContacts: (ward, contacts) => ask(at(endpoints.contacts, ward), 'PUT', nothing, contacts),
      setAbout: (ward, about) => ask(at(endpoints.about, ward), 'PUT', nothing, about),
      demonstrate: ward => ask(at(endpoints.demonstrate, ward), 'POST', nothing, {}),
    },
    tablets: {
      makeCode: ward => ask(at(endpoints.codes, ward), 'POST', parse(codeReply), {}),
      endTablet: tablet => ask(at(endpoints.endTablet, tablet), 'POST', nothing, {}),
      bringIn: (text, going) =>
        late(
          () => import('./rescue.ts'),
          async ({ bringIn }) => {
            const send = async (part: RescueRequest) => {
              const replied = await ask(at(endpoints.rescues), 'POST', parse(rescueReply), part)
              return replied.done ? ({ done: true, value: replied.value.receipts } as const) : replied
            }
            return bringIn(text, send, crypto, going)
          },
        ),
    },
    advocacy: {
      letGo: release => ask(at(endpoints.letGo, release), 'POST', nothing, {}),
      async seal(ward, form) {
        const key = await ask(at(endpoints.paper, ward), 'GET', parse(paperKeyReply))
        if (!key.done) return key
        return late(
          () => import('./paper.ts'),
          async ({ envelopeOf }) => ({
            done: true,
            value: await envelopeOf(form, ward, key.value.key, crypto),
          }),
        )
      },
      async send(ward, sealed) {
        const replied = await ask(at(endpoints.paper, ward), 'POST', parse(paperReply), sealed)
        return replied.done ? { done: true, value: replied.value.receipt } : replied
      },
    },
    estate: estateRequests(at),
    wordings: {
      set: (service, wording, ground) =>
        ask(at(endpoints.wordings, service), 'PUT', nothing, { wording, ground }),
      setOpening: (ward, opening) => ask(at(endpoints.opening, ward), 'PUT', nothing, opening),
    },
  }
}

/** Works with what only some pages need and is loaded for them. What can't be loaded needs the network; the rest is ours. */
async function late<Part, T>(
  load: () => Promise<Part>,
  work: (part: Part) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const part = await load().catch(() => undefined)
  if (part === undefined) return { done: false, refusal: 'no-signal' }
  return work(part).catch(() => ({ done: false, refusal: 'other' }) as const)
}
