// Brings a stylesheet of our own when it is first wanted; a strict policy lets no style in but by a link.

const worn = new Map<string, Promise<unknown>>()

/** Puts it on once; settles when it is on. Words without it are better than no words, so it never rejects. */
export function dress(href: string): Promise<unknown> {
  let sheet = worn.get(href)
  if (!sheet) {
    sheet = new Promise(settle => {
      const link = document.createElement('link')
      link.rel = 'stylesheet'
      link.href = href
      link.onload = settle
      link.onerror = () => {
        // The next screen tries again.
        link.remove()
        settle(worn.delete(href))
      }
      document.head.append(link)
    })
    worn.set(href, sheet)
  }
  return sheet
}
