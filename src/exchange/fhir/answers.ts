// Whether a QuestionnaireResponse answers its Questionnaire: what the schema of FHIR alone can't tell.

import type {
  Answer,
  Questionnaire,
  QuestionnaireItem,
  QuestionnaireResponse,
  ResponseItem,
} from './types.ts'

/** What is wrong with an answer, and where; the linkId is empty where it is the whole response. */
export interface Problem {
  readonly linkId: string
  readonly is:
    | 'another questionnaire'
    | 'twice in the questionnaire'
    | 'not in the questionnaire'
    | 'not in its place'
    | 'answered twice'
    | 'more than one answer'
    | 'not one of the options'
    | 'not of its type'
    | 'an answer where none is asked for'
    | 'of a type that is not checked'
    | 'missing'
}

/** Every problem of a response; none for one that answers the questionnaire. */
export function problems(questionnaire: Questionnaire, response: QuestionnaireResponse): readonly Problem[] {
  const asked = flat(questionnaire.item ?? [])
  const { url, version } = questionnaire
  const isOther = response.questionnaire !== url && response.questionnaire !== `${url}|${version}`
  // What is still being answered may lack anything.
  const isWhole = response.status === 'completed' || response.status === 'amended'
  return [
    ...(isOther ? [{ linkId: '', is: 'another questionnaire' } as const] : []),
    ...repeated(asked).map(linkId => ({ linkId, is: 'twice in the questionnaire' }) as const),
    ...level(new Set(asked), questionnaire.item ?? [], response.item ?? [], isWhole),
  ]
}

/** The linkIds of items and of whatever is in them. */
const flat = (items: readonly QuestionnaireItem[]): string[] =>
  items.flatMap(({ linkId, item = [] }) => [linkId, ...flat(item)])

const repeated = (ids: readonly string[]): string[] => [
  ...new Set(ids.filter((id, n) => ids.indexOf(id) < n)),
]

/** The problems of what stands beside each other, and of what is in it. */
function level(
  known: ReadonlySet<string>,
  asked: readonly QuestionnaireItem[],
  given: readonly ResponseItem[],
  isWhole: boolean,
): Problem[] {
  const strays = given.filter(({ linkId }) => !asked.some(one => one.linkId === linkId))
  return [
    ...strays.map(
      ({ linkId }): Problem => ({
        linkId,
        is: known.has(linkId) ? 'not in its place' : 'not in the questionnaire',
      }),
    ),
    ...asked.flatMap(question => {
      const all = given.filter(({ linkId }) => linkId === question.linkId)
      const twice = all.length > 1 && !(question.type === 'group' && question.repeats)
      return [
        ...(twice ? [problem(question, 'answered twice')] : []),
        ...all.flatMap(one => item(known, question, one, isWhole)),
        ...(isWhole && isLacking(question, all) ? [problem(question, 'missing')] : []),
      ]
    }),
  ]
}

function item(
  known: ReadonlySet<string>,
  question: QuestionnaireItem,
  { answer = [], item: inside = [] }: ResponseItem,
  isWhole: boolean,
): Problem[] {
  if (question.type === 'group' || question.type === 'display')
    return [
      ...(answer.length > 0 ? [problem(question, 'an answer where none is asked for')] : []),
      ...level(known, question.item ?? [], inside, isWhole),
    ]
  return [
    ...(answer.length > 1 && !question.repeats ? [problem(question, 'more than one answer')] : []),
    ...answer.flatMap(one => valued(question, one)),
    // What belongs to an answer stands in the answer, and nowhere else.
    ...inside.map(({ linkId }): Problem => ({ linkId, is: 'not in its place' })),
    ...answer.flatMap(one => level(known, question.item ?? [], one.item ?? [], isWhole)),
  ]
}

/** Whatever has to be answered in a group has to be only where the group is. */
const isLacking = ({ type, required }: QuestionnaireItem, all: readonly ResponseItem[]): boolean =>
  required === true && !all.some(one => (type === 'group' ? one.item : one.answer)?.length)

const kinds: Readonly<Record<string, (answer: Answer) => unknown>> = {
  choice: ({ valueCoding }) => valueCoding?.code,
  text: ({ valueString }) => valueString?.trim(),
  string: ({ valueString }) => valueString?.trim(),
  boolean: ({ valueBoolean }) => typeof valueBoolean === 'boolean',
  integer: ({ valueInteger }) => Number.isInteger(valueInteger),
  decimal: ({ valueDecimal }) => Number.isFinite(valueDecimal),
  date: ({ valueDate }) => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(valueDate ?? ''),
}

function valued(question: QuestionnaireItem, answer: Answer): Problem[] {
  const isKind = kinds[question.type]
  if (!isKind) return [problem(question, 'of a type that is not checked')]
  const values = Object.keys(answer).filter(key => key.startsWith('value'))
  if (values.length !== 1 || !isKind(answer)) return [problem(question, 'not of its type')]
  const options = question.answerOption?.map(({ valueCoding }) => valueCoding)
  const { system, code } = answer.valueCoding ?? {}
  if (question.type !== 'choice' || options?.some(one => one.system === system && one.code === code))
    return []
  return [problem(question, options ? 'not one of the options' : 'of a type that is not checked')]
}

const problem = ({ linkId }: QuestionnaireItem, is: Problem['is']): Problem => ({ linkId, is })
