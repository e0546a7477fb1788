// LHC-Forms from its own bundles, in its own format, so that none of its files for FHIR are needed. One page. It stores nothing.

import { evaluation } from '../../../../../../src/instrument/evaluation.ts'

const { LForms } = window
const { id, title, stem, choices, items } = evaluation
const form = {
  code: id,
  name: title,
  templateOptions: { showFormHeader: false },
  items: items.map(item => ({
    questionCode: item.id,
    linkId: item.id,
    question: `${stem} ${item.text}`,
    dataType: 'CNE',
    answerCardinality: { min: '0', max: '1' },
    answers: choices.map(({ code, label }) => ({ code, text: label })),
    displayControl: { answerLayout: { type: 'RADIO_CHECKBOX', columns: '1' } },
  })),
}
await LForms.Util.addFormToPage(form, 'root')

/** How many answers its data hold. */
window.answers = () =>
  LForms.Util.getUserData(undefined, true, true, true).itemsData.filter(item => item.value).length
