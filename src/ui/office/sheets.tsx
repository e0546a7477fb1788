// The sheets of the booklet: two to read first, the statements by the RRN's groups, and three to end with.

import { evaluation } from '../../instrument/evaluation.ts'
import { source } from '../../instrument/source.ts'
import type { WardView } from '../../protocol/office.ts'
import { officeWords, say } from '../../wording/office.ts'
import type { Printed } from '../../wording/printed.ts'
import { Picture } from '../components/picture.tsx'
import { Answer } from './answer.tsx'
import { Cover, Ending, HelpSheet, Whose } from './covers.tsx'
import { type Booklet, tongue } from './told.tsx'
import { nameOf } from './wording.tsx'

const words = officeWords.booklet

/** Sheets before the statements. */
const BEFORE = 2

/** Languages whose statements run long, or whose lines stand high. */
const long = ['so', 'ur']

/** The statements of each sheet: a group of the RRN's, or a part of one where they stand with pictures or need more room. */
function parts({ known }: Printed): (readonly string[])[] {
  const easy = known.kind === 'easy'
  const { language } = known.language
  const most = easy && language === 'ur' ? 2 : easy || long.includes(language) ? 3 : 5
  return evaluation.groups.flatMap(({ items }: { readonly items: readonly string[] }) =>
    Array.from({ length: Math.ceil(items.length / most) }, (_, n) => items.slice(n * most, (n + 1) * most)),
  )
}

// On a narrow screen they are wider than it: whoever has no pointer moves them by the keyboard.
const scrolls = { tabIndex: 0 } as const

/** How many sheets a booklet has. */
export const pagesOf = (printed: Printed): Booklet['pages'] => {
  const end = BEFORE + parts(printed).length + 1
  return { end, help: end + 1, of: end + 2 }
}

export function Sheets(given: { ward: WardView; printed: Printed; demonstration: boolean }) {
  const { ward, printed, demonstration } = given
  const booklet: Booklet = { ward, printed, pages: pagesOf(printed) }
  const { known } = printed
  const which = known.kind === 'original' ? words.own : nameOf(known)
  const sheets = [
    <Cover key="cover" {...booklet} />,
    <How key="how" {...booklet} />,
    ...parts(printed).map(items => <Statements key={items[0]} items={items} printed={printed} />),
    <Ending key="end" {...booklet} />,
    <HelpSheet key="help" {...booklet} />,
    <Whose key="whose" {...booklet} />,
  ]
  return (
    <section class="office-sheets" data-wording={known.wording.id} aria-label={words.sheets} {...scrolls}>
      {sheets.map((sheet, at) => {
        const page = say(words.foot, { n: at + 1, of: sheets.length })
        return (
          <section key={sheet.key} class="office-sheet" aria-label={page}>
            {demonstration && <p class="office-sheet-demonstration">{officeWords.demonstration}</p>}
            <div class="office-sheet-body">{sheet}</div>
            <p class="office-sheet-foot">
              <span>
                {which}. {ward.name}
              </span>
              <span>{page}</span>
            </p>
          </section>
        )
      })}
    </section>
  )
}

function How({ printed, pages }: Booklet) {
  const its = tongue(printed)
  return (
    <>
      <h2>{words.how}</h2>
      <ol class="office-sheet-steps">
        {words.steps.map(step => (
          <li key={step}>{say(step, { end: pages.end })}</li>
        ))}
      </ol>
      <h3>{words.stemTitle}</h3>
      <p {...its} class="office-sheet-stem">
        {printed.words.stem}
      </p>
      <p>{say(words.task, { meaning: source.meaning })}</p>
      <h3>{words.answers}</h3>
      <p>{words.answersHow}</p>
      <Answers printed={printed} />
      <p>{words.helper}</p>
    </>
  )
}

function Answers({ printed }: { printed: Printed }) {
  return (
    <div class="office-sheet-answers" {...tongue(printed)}>
      {evaluation.choices.map(({ code }) => (
        <Answer key={code} code={code} label={printed.words.choices[code]} />
      ))}
    </div>
  )
}

function Statements({ items, printed }: { items: readonly string[]; printed: Printed }) {
  const its = tongue(printed)
  const number = (id: string) => evaluation.items.findIndex(item => item.id === id) + 1
  return (
    <>
      <p {...its} class="office-sheet-stem">
        {printed.words.stem}
      </p>
      <ul class="office-sheet-items" {...its}>
        {items.map(id => (
          <li key={id}>
            {printed.known.kind === 'easy' && <Picture of={id} />}
            <div class="office-sheet-said">
              <p class="office-sheet-item">
                <span class="office-sheet-n">{number(id)}</span> <span>{printed.words.items[id]}</span>
              </p>
              <Answers printed={printed} />
            </div>
          </li>
        ))}
      </ul>
      <p class="office-sheet-skip">{words.skip}</p>
    </>
  )
}
