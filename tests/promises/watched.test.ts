import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { securityHeaders } from '../../src/server/headers.ts'

const app = new Hono().use(securityHeaders('http://localhost')).get('*', context => context.text(''))
const header = async (path: string, name: string) => (await app.request(path)).headers.get(name) ?? ''

describe.each(['/', '/office'])('nothing watches whoever opens %s, because the browser', path => {
  it('takes everything only from ourselves, or not at all', async () => {
    const sources = (await header(path, 'content-security-policy')).split('; ')
    expect(sources).toContain("default-src 'none'")
    // What is read aloud is cut from a file of ours inside the page: a blob has no other place to come from.
    expect(sources).toContain("media-src 'self' blob:")
    for (const source of sources.filter(one => !one.startsWith('media-src')))
      expect(source).toMatch(/^[a-z-]+ ('self'|'none')$/)
  })
})

describe('nothing watches whoever has the tablet, because the browser', () => {
  it('lends nothing of the tablet but to stay awake', async () => {
    const lent = (await header('/', 'permissions-policy')).split(', ').filter(one => !one.endsWith('=()'))
    expect(lent).toEqual(['screen-wake-lock=(self)'])
  })
})
