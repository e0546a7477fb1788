// What is to be handed on, into the clipboard.

/** Puts text into the clipboard; false where the browser does not let a page. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
