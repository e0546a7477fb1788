// Where in the estate we are, by the rest of the address.

/** A page of the estate. */
export type Place =
  | { readonly at: 'outline' | 'organisation' | 'nowhere' }
  | { readonly at: 'service' | 'together'; readonly service: string }
  | { readonly at: 'name' | 'day' | 'code'; readonly ward: string }

const ofWard = ['name', 'day', 'code'] as const

/** The page for the parts that follow /office/estate. */
export function placeOf([room, id, more, ...rest]: readonly string[]): Place {
  if (rest.length > 0) return { at: 'nowhere' }
  if (room === undefined) return { at: 'outline' }
  if (room === 'organisation' && id === undefined) return { at: 'organisation' }
  if (room === 'services' && id !== undefined && more === undefined) return { at: 'service', service: id }
  if (room === 'services' && id !== undefined && more === 'together') return { at: 'together', service: id }
  const at = ofWard.find(one => one === more)
  return room === 'wards' && id !== undefined && at ? { at, ward: id } : { at: 'nowhere' }
}

const ward = (at: (typeof ofWard)[number]) => (id: string) =>
  `/office/estate/wards/${encodeURIComponent(id)}/${at}`

/** The address of each page. */
export const estatePaths = {
  outline: '/office/estate',
  organisation: '/office/estate/organisation',
  service: (id: string) => `/office/estate/services/${encodeURIComponent(id)}`,
  together: (id: string) => `/office/estate/services/${encodeURIComponent(id)}/together`,
  name: ward('name'),
  day: ward('day'),
  code: ward('code'),
} as const
