// What is written down of a running server. Never a message's own words: they may repeat what was sent.

/** One line for whoever runs the server. */
export const log = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** An unexpected error: where it came from, its name and code and the lines it passed, not what it said. */
export function logError(where: string, error: unknown): void {
  const { name, code, stack }: NodeJS.ErrnoException = error instanceof Error ? error : new Error()
  const lines = (stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  process.stderr.write([`${where}: ${name}${code ? ` ${code}` : ''}`, ...lines, ''].join('\n'))
}
