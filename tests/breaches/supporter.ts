// Breaches planted in supported mode: what whoever helps must never be able to do.

import type { Breach } from './breach.ts'

const room = 'tests/ui/supporter/supporter.test.tsx'

export const supporter: readonly Breach[] = [
  {
    promise: 4,
    breach: 'the supporter can look through the answers at the end',
    file: 'src/ui/person/review.tsx',
    find: '{!sealed && <Given step={step} scene={scene} />}',
    replace: '<Given step={step} scene={scene} />',
    test: room,
    name: 'finds no answer to look through at the end',
  },
  {
    promise: 4,
    breach: 'the board shows what was answered earlier',
    file: 'src/ui/supporter/asked.tsx',
    find: 'const shown = !scene.veiled.has(item)',
    replace: 'const shown = true',
    test: room,
    name: 'meets no earlier answer when she goes back',
  },
  {
    promise: 4,
    breach: 'an answer is not veiled when its statement is left',
    file: 'src/tablet/veil.ts',
    find: 'return { ...veil(form), topicsVeiled }',
    replace: 'return view',
    test: 'tests/tablet/supported.test.ts',
    name: 'never again once it is left',
  },
  {
    promise: 4,
    breach: "the next person gets the supporter's screen",
    file: 'src/ui/person/screen.tsx',
    find: "if (props.scene.form.sheet.helper === 'nobody') return plain",
    replace: '',
    test: room,
    name: 'leaves no board and no helper',
  },
  {
    promise: 5,
    breach: 'the person can not send the supporter’s side away',
    file: 'src/ui/supporter/supported.tsx',
    find: 'if (!alone) {',
    replace: 'if (!alone || alone) {',
    test: room,
    name: 'sends his helper’s side away',
  },
]
