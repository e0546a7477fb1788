// What stands with the resources in words: whose they are, on what licence, and how a release is to be read.

import { source } from '../../instrument/source.ts'

/** Who makes these resources; the instruments are not theirs. */
export const PUBLISHER = 'Equal Voice'

/** Attribution, licence and disclaimer, as the licence asks for them (section 3(a)). */
export const copyright = [
  `${source.citation} ${source.version}.`,
  source.licence,
  "The original words are the booklet's, character for character; every other wording is marked with whose it is and how far it has been checked.",
  'Ids, codes and the shape as FHIR are those of Equal Voice. The Restraint Reduction Network has not endorsed them. No warranties are given.',
].join('\n\n')

/** The first lines of every release, as the office has them (locales/en/office.json). */
export const FIRST =
  'This is what these forms say. They need no bigger number to matter. It is about how we work, not about any one member of staff, and may not be used to discipline anyone. Before planning, ask people on the ward what they make of it.'

/** What a blank of the Evaluation means. */
export const BLANKS =
  'Every statement may be skipped, and whoever answers may stop at any time. *Skipped*: it was shown, and passed over. *Unreached*: the form ended before it. Neither is an answer, and neither is a fault of the form. A single form never leaves as a QuestionnaireResponse: forms are sealed, counted together, and published as a MeasureReport.'

/** How the figures of a report are to be read. */
export const GUIDANCE =
  'Counts are of forms, not of people: one person may send several. Each group is one statement, its populations are the three answers and what was left blank; they add up to the initial population. There is no score, no sum of answers, no better or worse: the model knows no hierarchy, so the measure has no improvement notation. A population without a count is masked (data-absent-reason), since a figure near none or near all of few forms tells what each person said. Forms are of people who chose to answer, and no sample.'
