// Where in the office we are, by the address. Tiny on purpose.

const wardPlaces = ['contacts', 'opening', 'about', 'booklet', 'paper'] as const
type WardPlace = (typeof wardPlaces)[number]

/** Rooms with addresses of their own, which find their way themselves. */
const areas = ['readiness', 'actions', 'model', 'estate', 'exports', 'people', 'record', 'account'] as const
type Area = (typeof areas)[number]

export type Route =
  | { readonly at: Area; readonly path: readonly string[] }
  | { readonly at: 'rescue' }
  | { readonly at: 'wards' }
  | { readonly at: 'new ward' }
  | { readonly at: 'ward'; readonly ward: string }
  | { readonly at: WardPlace; readonly ward: string }
  | { readonly at: 'words'; readonly service: string }
  | { readonly at: 'release'; readonly release: string }
  | { readonly at: 'act'; readonly path: readonly string[] }
  | { readonly at: 'results'; readonly path: readonly string[] }
  | { readonly at: 'nowhere' }

/** The page for a path such as /office/releases/ID. */
export function routeOf(path: string): Route {
  const [first, room, id, more, ...rest] = path.split('/').filter(Boolean).map(decode)
  const area = areas.find(one => one === room)
  if (first === 'office' && area)
    return { at: area, path: [id, more, ...rest].filter(part => part !== undefined) }
  if (first === 'office' && room === 'releases' && id !== undefined && more === 'act')
    return { at: 'act', path: [id, ...rest] }
  if (first === 'office' && room === 'results')
    return { at: 'results', path: [id, more, ...rest].filter(part => part !== undefined) }
  if (first !== 'office' || rest.length > 0) return { at: 'nowhere' }
  if (room === undefined) return { at: 'wards' }
  if (room === 'rescue' && id === undefined) return { at: 'rescue' }
  if (room === 'wards' && id === 'new' && more === undefined) return { at: 'new ward' }
  if (room === 'wards' && id !== undefined && more === undefined) return { at: 'ward', ward: id }
  const place = wardPlaces.find(one => one === more)
  if (room === 'wards' && id !== undefined && place) return { at: place, ward: id }
  if (room === 'services' && id !== undefined && more === 'words') return { at: 'words', service: id }
  if (room === 'releases' && id !== undefined && more === undefined) return { at: 'release', release: id }
  return { at: 'nowhere' }
}

const inWard = (id: string, place: WardPlace) => `/office/wards/${encodeURIComponent(id)}/${place}`

/** The address of each page. */
export const paths = {
  wards: '/office',
  newWard: '/office/wards/new',
  ward: (id: string) => `/office/wards/${encodeURIComponent(id)}`,
  contacts: (id: string) => inWard(id, 'contacts'),
  opening: (id: string) => inWard(id, 'opening'),
  about: (id: string) => inWard(id, 'about'),
  booklet: (id: string) => inWard(id, 'booklet'),
  paper: (id: string) => inWard(id, 'paper'),
  rescue: '/office/rescue',
  words: (service: string) => `/office/services/${encodeURIComponent(service)}/words`,
  readiness: '/office/readiness',
  actions: '/office/actions',
  model: '/office/model',
  release: (id: string) => `/office/releases/${encodeURIComponent(id)}`,
} as const

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
