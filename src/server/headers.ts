// What every answer tells the browser: run nothing but ours, use nothing of the device, tell nobody.

import type { MiddlewareHandler } from 'hono'

const ours = ['script', 'style', 'img', 'font', 'connect', 'manifest', 'worker']
const none = ['base-uri', 'form-action', 'frame-ancestors']

const contentSecurity = [
  "default-src 'none'",
  ...ours.map(kind => `${kind}-src 'self'`),
  // A clip is cut from a file of ours inside the page.
  "media-src 'self' blob:",
  ...none.map(kind => `${kind} 'none'`),
].join('; ')

const features = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'captured-surface-control',
  'compute-pressure',
  'cross-origin-isolated',
  'deferred-fetch',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'interest-cohort',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'private-state-token-issuance',
  'private-state-token-redemption',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'speaker-selection',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]

const permissions = (allowed: readonly string[]): string =>
  features.map(feature => `${feature}=(${allowed.includes(feature) ? 'self' : ''})`).join(', ')

const onTablet = permissions(['screen-wake-lock'])
const inOffice = permissions(['publickey-credentials-get', 'publickey-credentials-create'])

const YEAR = 365 * 24 * 60 * 60

/** Whether a path shows the office. */
export const isOffice = (path: string): boolean => path === '/office' || path.startsWith('/office/')

/** Puts the security headers on every answer; HSTS only where people reach us over TLS. */
export const securityHeaders =
  (publicUrl: string): MiddlewareHandler =>
  async (context, next) => {
    await next()
    const set = (name: string, value: string) => context.res.headers.set(name, value)
    set('content-security-policy', contentSecurity)
    set('permissions-policy', isOffice(context.req.path) ? inOffice : onTablet)
    set('referrer-policy', 'no-referrer')
    set('x-content-type-options', 'nosniff')
    set('cross-origin-opener-policy', 'same-origin')
    set('cross-origin-resource-policy', 'same-origin')
    if (publicUrl.startsWith('https:')) set('strict-transport-security', `max-age=${YEAR}`)
  }
