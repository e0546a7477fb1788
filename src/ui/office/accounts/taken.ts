// What has become of an invitation once it was taken up.

/** Its person is in; has spare codes to keep first; or has no passkey yet. */
export type Taken =
  | { readonly is: 'in' }
  | { readonly is: 'spare'; readonly codes: readonly string[] }
  | { readonly is: 'unfinished' }
