// Breaches planted in how a tablet passes from one person's ways to the next one's: seen in a real browser.

import type { Breach } from './breach.ts'

const handover = { test: 'tests/journeys/handover.test.ts', built: true, promise: 4 } as const
const app = 'src/ui/app.tsx'

export const modes: readonly Breach[] = [
  {
    promise: 4,
    test: 'tests/journeys/start.test.ts',
    built: true,
    breach: 'a tablet that is switched on shows Welcome at once, and no curtain falls at its start',
    file: 'src/tablet/create.ts',
    find: 'await look(curtain)',
    replace: 'await look(welcome)',
  },
  {
    ...handover,
    breach: 'the next person meets the colours that the last one chose',
    file: app,
    find: "root.dataset.theme = manner.theme ?? ''",
    replace: 'if (manner.theme) root.dataset.theme = manner.theme',
    name: 'after a form in pl',
  },
  {
    ...handover,
    breach: 'the next person meets the last one’s language for a moment',
    file: app,
    find: 'useLayoutEffect(() => wear(voice),',
    replace: 'useLayoutEffect(() => void setTimeout(() => wear(voice), 400),',
    name: 'after a form in ur',
  },
]
