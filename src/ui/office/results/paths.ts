// The addresses of results.

/** Of the organisation, of a service and of a ward. */
export const resultsPaths = {
  all: '/office/results',
  service: (id: string) => `/office/results/services/${encodeURIComponent(id)}`,
  ward: (id: string) => `/office/results/wards/${encodeURIComponent(id)}`,
} as const
