// The addresses of the Readiness Checker's pages, below /office/readiness.

/** Where somebody is, by what follows /office/readiness. */
export type Place =
  | { readonly at: 'services' }
  | { readonly at: 'nowhere' }
  | { readonly at: 'checker'; readonly service: string }
  | { readonly at: 'versions'; readonly service: string }
  | { readonly at: 'version'; readonly service: string; readonly version: string }
  | { readonly at: 'question'; readonly service: string; readonly question: string }
  | { readonly at: 'beside'; readonly service: string; readonly ward?: string }

/** The place of a path's parts after /office/readiness. */
export function placeOf([service, room, id, ...rest]: readonly string[]): Place {
  if (rest.length > 0) return { at: 'nowhere' }
  if (service === undefined) return { at: 'services' }
  if (room === undefined) return { at: 'checker', service }
  if (room === 'versions')
    return id === undefined ? { at: 'versions', service } : { at: 'version', service, version: id }
  if (room === 'questions' && id !== undefined) return { at: 'question', service, question: id }
  if (room === 'beside') return { at: 'beside', service, ...(id !== undefined && { ward: id }) }
  return { at: 'nowhere' }
}

const below = (...parts: readonly string[]) =>
  ['/office/readiness', ...parts.map(encodeURIComponent)].join('/')

/** The address of each page. */
export const readinessPaths = {
  services: below(),
  checker: (service: string) => below(service),
  versions: (service: string) => below(service, 'versions'),
  version: (service: string, version: string) => below(service, 'versions', version),
  question: (service: string, question: string) => below(service, 'questions', question),
  beside: (service: string, ward?: string) => below(service, 'beside', ...(ward === undefined ? [] : [ward])),
} as const
