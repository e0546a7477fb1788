// How the tablet is, as far as the browser tells. It is staff's matter: none of it stops anybody from answering.

import type { Health } from './tablet.ts'

/** What the browser says of its storage, of how the app was opened, and of the clock (by the server's last word). */
export async function healthOf(
  page: Window,
  clock: boolean | undefined,
  failing: Health['failing'],
): Promise<Health> {
  const { storage } = page.navigator as { storage?: Partial<StorageManager> }
  const { usage, quota } = (await storage?.estimate?.().catch(() => undefined)) ?? {}
  const standalone = 'standalone' in page.navigator && page.navigator.standalone === true
  return {
    failing,
    persisted: (await storage?.persisted?.().catch(() => false)) ?? false,
    room: usage === undefined || quota === undefined ? undefined : { used: usage, of: quota },
    installed:
      standalone || page.matchMedia('(display-mode: standalone), (display-mode: fullscreen)').matches,
    clock: clock === undefined ? 'unsure' : clock ? 'right' : 'wrong',
  }
}
