// A file on its way out: made only as fast as it is taken, and no longer made once whoever asked has gone.

import { logError } from '../log.ts'

/** What kind of file a name is of. */
const types = { csv: 'text/csv; charset=utf-8', json: 'application/fhir+json; charset=utf-8' } as const

/** The answer that is a file in parts. A part that can't be made breaks the answer off, so that nobody takes it for whole. */
export function streamed(
  name: `${string}.${keyof typeof types}`,
  parts: AsyncGenerator<string>,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const text = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await parts.next()
          if (done) controller.close()
          else controller.enqueue(text.encode(value))
        } catch (error) {
          logError('an export', error)
          controller.error(error)
        }
      },
      async cancel() {
        await parts.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
  const type = types[name.endsWith('.csv') ? 'csv' : 'json']
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      ...headers,
    },
  })
}
