// The floor: what the form costs where nothing is done but to show one statement a screen, and to store each tap strictly.

import { Dexie } from 'dexie'
import { h, render } from 'preact'
import { useState } from 'preact/hooks'
import { evaluation } from '../../../../../../src/instrument/evaluation.ts'

const { stem, choices, items } = evaluation
const database = new Dexie('floor', { chromeTransactionDurability: 'strict' })
database.version(1).stores({ answers: 'item' })
const answers = database.table('answers')

/** How many answers are on the disk. */
window.answers = () => answers.count()
window.forget = () => answers.clear()

function Form() {
  const [n, go] = useState(0)
  const [given, give] = useState({})
  const item = items[n]
  const choose = code => {
    give({ ...given, [item.id]: code })
    answers.put({ item: item.id, code })
  }
  return h(
    'form',
    {},
    h('p', {}, `${n + 1} of ${items.length}`),
    h('h1', {}, stem, ' ', item.text),
    choices.map(({ code, label }) =>
      h(
        'label',
        { key: `${item.id} ${code}`, class: given[item.id] === code ? 'chosen' : '' },
        h('input', {
          type: 'radio',
          name: item.id,
          checked: given[item.id] === code,
          onClick: () => choose(code),
        }),
        label,
      ),
    ),
    h('button', { type: 'button', onClick: () => go(Math.max(0, n - 1)) }, 'Back'),
    h(
      'button',
      { type: 'button', class: 'onward', onClick: () => go(Math.min(items.length - 1, n + 1)) },
      'Continue',
    ),
  )
}

render(h(Form), document.getElementById('root'))
