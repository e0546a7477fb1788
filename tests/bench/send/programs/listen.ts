// What every server of this bench that is not ours does at its end: listens, and says where.

import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Listens on a free port of this machine, and prints its address. */
export function listen(answer: RequestListener): void {
  const server = createServer(answer)
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`Listening: http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
  })
}
