// What somebody arrives with: a secret or a refusal in the address's fragment, which no server and no referrer ever sees.

/** By a one-time sign-in link, by an invitation, or sent back by the organisation's own sign-in. */
export type Arrival =
  | { readonly by: 'link' | 'invitation'; readonly token: string }
  | { readonly by: 'refusal'; readonly problem: string }

/** What a fragment such as '#sign-in=abc' brings; undefined when it is nothing of ours. */
export function arrivalOf(fragment: string): Arrival | undefined {
  const said = new URLSearchParams(fragment.replace(/^#/, ''))
  const [link, invitation, problem] = ['sign-in', 'invitation', 'refused'].map(name => said.get(name))
  if (invitation) return { by: 'invitation', token: invitation }
  if (link) return { by: 'link', token: link }
  return problem ? { by: 'refusal', problem } : undefined
}
