// The office over HTTP: one request for each thing that a screen may ask for.

import * as v from 'valibot'
import { endpoints } from '../protocol/endpoints.ts'
import { ask } from './http.ts'
import type { Office } from './office.ts'
import { codeReply, overviewReply, packsReply, releaseReply, wordingsReply } from './replies.ts'

/** A file that the build leaves beside the app. */
const PACKS = '/packs.json'

const nothing = (): undefined => undefined

/** An office that talks to the server at `base` (its origin; '' for the page's own). */
export function requests(base = ''): Office {
  const at = (path: string, id = '') => base + path.replace(/:\w+/, () => encodeURIComponent(id))
  const parse =
    <T>(schema: v.GenericSchema<unknown, T>) =>
    (body: unknown) =>
      v.parse(schema, body)
  return {
    session: {
      signIn: token => ask(at(endpoints.signIn), 'POST', nothing, { token }),
      signOut: () => ask(at(endpoints.signOut), 'POST', nothing, {}),
    },
    look: {
      overview: () => ask(at(endpoints.overview), 'GET', parse(overviewReply)),
      release: id => ask(at(endpoints.release, id), 'GET', parse(releaseReply)),
      wordings: service => ask(at(endpoints.wordings, service), 'GET', parse(wordingsReply)),
      packs: () => ask(at(PACKS), 'GET', parse(packsReply)),
    },
    keep: {
      addWard: (service, ward) => ask(at(endpoints.wards), 'POST', nothing, { service, ward }),
      setContacts: (ward, contacts) => ask(at(endpoints.contacts, ward), 'PUT', nothing, contacts),
      makeCode: ward => ask(at(endpoints.codes, ward), 'POST', parse(codeReply), {}),
      endTablet: tablet => ask(at(endpoints.endTablet, tablet), 'POST', nothing, {}),
      demonstrate: ward => ask(at(endpoints.demonstrate, ward), 'POST', nothing, {}),
    },
    wordings: {
      set: (service, wording, ground) =>
        ask(at(endpoints.wordings, service), 'PUT', nothing, { wording, ground }),
      setOpening: (ward, opening) => ask(at(endpoints.opening, ward), 'PUT', nothing, opening),
    },
  }
}
