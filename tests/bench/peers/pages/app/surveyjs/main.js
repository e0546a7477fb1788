// SurveyJS with a question a page, as its own guide begins, without the font that its other stylesheet fetches. It stores nothing.

import 'survey-core/survey-core.fontless.min.css'
import { Model } from 'survey-js-ui'
import { evaluation } from '../../../../../../src/instrument/evaluation.ts'

const { title, stem, choices, items } = evaluation
const survey = new Model({
  title,
  questionsOnPageMode: 'questionPerPage',
  showProgressBar: true,
  elements: items.map(({ id, text }) => ({
    type: 'radiogroup',
    name: id,
    title: `${stem} ${text}`,
    choices: choices.map(({ code, label }) => ({ value: code, text: label })),
  })),
})
survey.render(document.getElementById('root'))

/** How many answers its model holds. */
window.answers = () => Object.keys(survey.data).length
