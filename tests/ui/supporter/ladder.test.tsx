// Which words "I don't understand" gives, in a build that holds no drafts.

import { expect, it, vi } from 'vitest'
import { ladder } from '../../../src/ui/supporter/ladder.ts'
import { ward } from '../../fakes/tablet.ts'

vi.mock('../../../src/wording/approved.ts', () => ({ inBuild: () => false }))

it('gives Joe no plainer words that this build has not, instead of the first ones as if they were others', () => {
  expect(ladder(ward({ wordings: ['en/easy'] }))).not.toContain('easy')
})
