// Breaches planted on the tablet: its sitting, its disk and its way to the server.

import type { Breach } from './breach.ts'

const sitting = { file: 'src/tablet/sitting.ts', test: 'tests/tablet/sitting.test.ts' } as const
const held = { file: 'src/tablet/sitting.ts', test: 'tests/tablet/held.test.ts' } as const

export const tablet: readonly Breach[] = [
  {
    promise: 5,
    test: 'tests/tablet/sitting.test.ts',
    breach: 'the forms that wait go and come again under a finger between the curtain and Welcome',
    file: 'src/tablet/sitting.ts',
    find: "say('drafts' in now ? now.drafts : [])",
    replace: 'say([])',
    name: 'so that no button moves',
  },
  {
    promise: 3,
    breach: 'Continue goes on before the tap is on disk',
    ...sitting,
    find: 'if (waits && now.pending > 0) return',
    replace: '',
    name: 'can go on only when it is on disk',
  },
  {
    promise: 3,
    breach: 'a tap that the disk refused is shown as if it were kept',
    ...sitting,
    find: 'now.shown = now.committed',
    replace: '',
    name: 'is told when the disk refuses',
  },
  {
    promise: 3,
    breach: 'a form that could not be sealed is left without a second try',
    ...sitting,
    find: 'unsealed = ended',
    replace: '',
    name: 'can seal again',
  },
  {
    promise: 4,
    breach: 'a form that could not be sealed is held for ever, and never has its hours',
    ...held,
    find: '    unsealed?.draft.letGo()\n',
    replace: '',
    name: 'goes when it has had its hours',
  },
  {
    promise: 3,
    breach: 'a form whose hours are over is erased while somebody tries to seal it',
    ...held,
    find: '      unsealed = undefined\n      if (again)',
    replace: '      if (again)',
    name: 'stands before it and tries again',
  },
  {
    promise: 4,
    breach: 'a form that the disk would not put away is held for ever, and never has its hours',
    ...held,
    find: '.catch(() => draft.letGo())',
    replace: '.catch(() => undefined)',
    name: 'has had its hours, as any other',
  },
  {
    promise: 4,
    breach: 'a page that was put away comes back with the form on it',
    file: 'src/tablet/idle.ts',
    test: 'tests/tablet/idle.test.ts',
    find: "page.defaultView?.addEventListener('pagehide', fall)",
    replace: '',
    name: 'Back brings no form back',
  },
  {
    promise: 4,
    breach: 'the curtain waits until the disk has taken the form',
    ...sitting,
    find: "    say('drafts' in now ? now.drafts : [])\n    if (left)",
    replace: '    if (left)',
    name: 'the curtain fall at once',
  },
  {
    promise: 4,
    breach: 'whoever carries on sees the earlier answers',
    ...sitting,
    file: 'src/tablet/veil.ts',
    find: 'veiled: new Set(Object.keys(answers))',
    replace: 'veiled: new Set(Object.keys({}))',
    name: 'without the earlier answers being shown',
  },
  {
    promise: 4,
    breach: 'whoever carries on learns the chosen topics',
    ...sitting,
    file: 'src/tablet/veil.ts',
    find: 'topicsVeiled: topics.length > 0',
    replace: 'topicsVeiled: false',
    name: 'chooses topics anew after a break',
  },
  {
    promise: 5,
    breach: 'Erase it all leaves the draft on the disk',
    ...sitting,
    find: 'await gone(id)',
    replace: '',
    name: 'erases everything when asked',
  },
]
