// The one-time sign-in link: its token stands in the fragment, which no server and no referrer ever sees.

/** The token of a fragment such as '#sign-in=abc'; undefined when there is none. */
export function tokenOf(fragment: string): string | undefined {
  const token = new URLSearchParams(fragment.replace(/^#/, '')).get('sign-in')
  return token ? token : undefined
}
