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
    find: 'await look(curtain, wholeHere())',
    replace: 'await look(welcome, wholeHere())',
  },
  {
    promise: 3,
    test: 'tests/journeys/storage.test.ts',
    built: true,
    breach: 'whoever is quicker than the check of the disk begins a form that nothing keeps',
    file: 'src/tablet/create.ts',
    find: '        begin: afterTest(go.begin),\n',
    replace: '',
    name: 'lets nobody begin',
  },
  {
    promise: 4,
    test: 'tests/wording/said.test.ts',
    breach: 'what was said once is said again, whatever language was chosen since',
    file: 'src/wording/words.ts',
    find: '  said.clear()\n  void words.changeLanguage(tag)',
    replace: '  void words.changeLanguage(tag)',
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
