// Where in the office we are, by the address. Tiny on purpose: seven pages.

export type Route =
  | { readonly at: 'wards' }
  | { readonly at: 'new ward' }
  | { readonly at: 'ward'; readonly ward: string }
  | { readonly at: 'contacts'; readonly ward: string }
  | { readonly at: 'opening'; readonly ward: string }
  | { readonly at: 'words'; readonly service: string }
  | { readonly at: 'release'; readonly release: string }
  | { readonly at: 'nowhere' }

/** The page for a path such as /office/releases/ID. */
export function routeOf(path: string): Route {
  const [first, room, id, more, ...rest] = path.split('/').filter(Boolean).map(decode)
  if (first !== 'office' || rest.length > 0) return { at: 'nowhere' }
  if (room === undefined) return { at: 'wards' }
  if (room === 'wards' && id === 'new' && more === undefined) return { at: 'new ward' }
  if (room === 'wards' && id !== undefined && more === undefined) return { at: 'ward', ward: id }
  if (room === 'wards' && id !== undefined && more === 'contacts') return { at: 'contacts', ward: id }
  if (room === 'wards' && id !== undefined && more === 'opening') return { at: 'opening', ward: id }
  if (room === 'services' && id !== undefined && more === 'words') return { at: 'words', service: id }
  if (room === 'releases' && id !== undefined && more === undefined) return { at: 'release', release: id }
  return { at: 'nowhere' }
}

/** The address of each page. */
export const paths = {
  wards: '/office',
  newWard: '/office/wards/new',
  ward: (id: string) => `/office/wards/${encodeURIComponent(id)}`,
  contacts: (id: string) => `/office/wards/${encodeURIComponent(id)}/contacts`,
  opening: (id: string) => `/office/wards/${encodeURIComponent(id)}/opening`,
  words: (service: string) => `/office/services/${encodeURIComponent(service)}/words`,
  release: (id: string) => `/office/releases/${encodeURIComponent(id)}`,
} as const

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
