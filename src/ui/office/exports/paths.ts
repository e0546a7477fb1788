// The addresses of the pages of what leaves.

/** The address of each page. */
export const exportPaths = {
  exports: '/office/exports',
  tokens: '/office/exports/tokens',
  webhooks: '/office/exports/webhooks',
} as const
