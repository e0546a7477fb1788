// A long line: whatever goes through it, in either direction, comes out so much later. It is as wide as one likes.

import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Delay {
  readonly url: string
  stop(): Promise<void>
}

/** A line to `target` on which each direction takes so many milliseconds. */
export async function delayed(target: string, milliseconds: number): Promise<Delay> {
  const { hostname, port } = new URL(target)
  const open = new Set<Socket>()
  const pass = (from: Socket, to: Socket) => {
    open.add(from)
    // Timers of one length go off in the order in which they were set, so that no byte overtakes another.
    from.on('data', part => void setTimeout(() => void (to.writable && to.write(part)), milliseconds))
    from.on('end', () => void setTimeout(() => to.end(), milliseconds))
    from.on('error', () => to.destroy())
    from.on('close', () => open.delete(from))
  }
  const server = createServer({ allowHalfOpen: true, noDelay: true }, near => {
    const far = connect({ host: hostname, port: Number(port), noDelay: true, allowHalfOpen: true })
    pass(near, far)
    pass(far, near)
  })
  await new Promise<void>(listens => server.listen(0, '127.0.0.1', listens))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      const closed = new Promise<void>(done => server.close(() => done()))
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}
