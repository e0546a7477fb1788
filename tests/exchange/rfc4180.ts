// A strict reader of RFC 4180: it takes what its grammar allows, and throws for anything else.

/** A cell as it was written: in quotes it is text. */
export interface Read {
  readonly text: string
  readonly quoted: boolean
}

/** The rows of a file. Every row ends with CRLF and has as many cells as the first. Throws SyntaxError. */
export function read(file: string): Read[][] {
  const rows: Read[][] = []
  let at = 0
  while (at < file.length) {
    const row: Read[] = []
    for (let more = true; more; ) {
      const found = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
      found.lastIndex = at
      const cell = found.exec(file)
      if (!cell) throw new SyntaxError(`no cell at ${at}: ${file.slice(at, at + 40)}`)
      row.push({ text: (cell[1] ?? cell[2] ?? '').replaceAll('""', '"'), quoted: cell[1] !== undefined })
      at = found.lastIndex
      more = cell[3] === ','
    }
    rows.push(row)
    if (row.length !== rows[0]?.length) throw new SyntaxError(`row ${rows.length} has ${row.length} cells`)
  }
  return rows
}

/** The rows of a file by the names of its columns, without its byte order mark. */
export function table(file: string): { head: string[]; rows: Record<string, Read>[] } {
  const [names = [], ...rows] = read(file.replace(/^\uFEFF/, ''))
  const head = names.map(({ text }) => text)
  const named = rows.map(row => Object.fromEntries(row.map((cell, n) => [head[n] ?? '', cell])))
  return { head, rows: named }
}
