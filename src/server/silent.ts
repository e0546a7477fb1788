// Browsers open connections ahead, on which nobody has asked for anything. Node takes them for busy, and waits for them.

import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Ends such connections of a server as soon as it is about to stop; those with a request are left to finish it. */
export function endSilent(server: Server, ends: AbortSignal): void {
  const silent = new Set<Socket>()
  server.on('connection', socket => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  server.on('request', ({ socket }) => silent.delete(socket))
  ends.addEventListener('abort', () => {
    for (const socket of silent) socket.destroy()
  })
}
