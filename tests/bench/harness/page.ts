// docs/performance.md: what is measured stands between two marks of its name, what people wrote around it stays.

/** The page with these sections in it. Throws where the page has no place for one. */
export function sectionsIn(page: string, sections: Readonly<Record<string, string>>): string {
  return Object.entries(sections).reduce((now, [name, said]) => {
    const [from, to] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
    const [begin, end] = [now.indexOf(from), now.indexOf(to)]
    if (begin < 0 || end < begin) throw new Error(`the page has no place for ${name}`)
    return `${now.slice(0, begin + from.length)}\n\n${said}\n\n${now.slice(end)}`
  }, page)
}
