// One example of every screen: the playground, the unit tests, axe and the screenshots all show these.

import staff from '../../locales/en/staff.json' with { type: 'json' }
import { plainManner } from '../../src/form/form.ts'
import type { Event } from '../../src/form/step.ts'
import { step } from '../../src/form/step.ts'
import { chapters } from '../../src/instrument/model.ts'
import type { Health, Scene, Shift, TakingBack } from '../../src/tablet/tablet.ts'
import { heardWords } from '../../src/wording/heard.ts'
import { learnWords } from '../../src/wording/learn.ts'
import { isOriginal, t } from '../../src/wording/words.ts'
import { type FakeTablet, fakeTablet, formScene, newForm, outline, still, ward } from '../fakes/tablet.ts'
import { emptied, news, shut } from '../fixtures/heard.ts'
import { inVoice, wordings } from './voice.ts'

type Example = () => FakeTablet

const drafts = [
  { id: 'a', shape: 'circle', colour: 'blue' },
  { id: 'b', shape: 'star', colour: 'orange', gated: true },
] as const

function form(...events: Event[]) {
  let now = newForm()
  for (const event of events) {
    const next = step(now, event)
    if (next.state !== 'answering' && next.state !== 'stopping') throw new Error(`not open: ${event.type}`)
    now = next
  }
  return now
}

/** The same with an interpreter beside the person. */
const helped = (...events: Event[]) => {
  const now = form(...events)
  return { ...now, sheet: { ...now.sheet, helper: 'interpreter' as const } }
}

/** The same in a language that this build has no words for. */
const unworded = (now: ReturnType<typeof form>) => ({ ...now, sheet: { ...now.sheet, language: 'zz' } })

const first = outline.items[0] ?? ''
const chosen: Event = { type: 'choose', item: first, choice: 'sometimes' }
const skipped = (n: number): Event[] => Array.from({ length: n }, () => ({ type: 'skip' as const }))
const topic = (n: number): Event => ({ type: 'talk', item: outline.items[n] ?? '' })
/** A slip; the same picture may stand on it twice. */
const sixPictures = [0, 14, 6, 6, 11, 3]
const takeback = (is: TakingBack) => ({ at: 'takeback', language: 'en', manner: plainManner, is }) as const
const card = { at: 'card', language: 'en', manner: plainManner, helper: 'nobody' } as const
const at =
  (scene: Scene, shift?: Shift): Example =>
  () =>
    fakeTablet(scene, ward(), shift)
const supported =
  (scene: Scene): Example =>
  () =>
    fakeTablet(scene, ward({ wordings: ['en/easy'] }))
const pausing = { at: 'pausing', language: 'en', manner: plainManner } as const
const gate = { at: 'gate', draft: drafts[1], left: 5, wrong: false } as const
const heard =
  (scene: Scene, more: object = { heard: news }): Example =>
  () =>
    fakeTablet(scene, ward(more))
const stuck = (why: Extract<Shift['state'], { is: 'stuck' }>['why']): Example =>
  at(
    { at: 'shift' },
    { ...still, waiting: 4, lastSent: '2026-11-20', state: { is: 'stuck', why, arrived: 0, of: 4 } },
  )

const easy =
  (scene: Scene): Example =>
  () =>
    inVoice(fakeTablet(scene), { language: 'en', manner: { ...plainManner, words: 'easy' } })

export const examples: Readonly<Record<string, Example>> = {
  starting: at({ at: 'starting' }),
  unenrolled: () => fakeTablet({ at: 'unenrolled', busy: false }, undefined),
  'set up again': () => fakeTablet({ at: 'unenrolled', busy: false, again: true }, ward()),
  'wrong code': () => fakeTablet({ at: 'unenrolled', busy: false, problem: 'wrong-code' }, undefined),
  'unable to write': at({ at: 'unable', why: 'write' }),
  'unable to seal': at({ at: 'unable', why: 'seal' }),
  'not me': at({ at: 'curtain', drafts }),
  curtain: at({ at: 'curtain', drafts }),
  'falling curtain': at({ at: 'curtain', drafts: [] }),
  pausing: at(pausing),
  'pausing in easy words': easy(pausing),
  'pausing refused': at({ ...pausing, refused: true }),
  gate: at(gate),
  'gate after a wrong try': at({ ...gate, left: 4, wrong: true }),
  'gate with one try left': at({ ...gate, left: 1, wrong: true }),
  'gate that is shut': at({ ...gate, left: 0, wrong: true }),
  'unerased draft': at({ at: 'curtain', drafts, unerased: 'a' }),
  'unreadable draft': at({ at: 'curtain', drafts: [drafts[1]], unreadable: 'a' }),
  welcome: at({ at: 'welcome', drafts: [] }),
  'welcome with languages': () => fakeTablet({ at: 'welcome', drafts: [] }, ward({ wordings })),
  look: at({ at: 'welcome', drafts: [] }),
  'welcome without permission': at({ at: 'welcome', drafts: [], ended: true }),
  'who helps': at({ at: 'welcome', drafts: [] }),
  'welcome with drafts': at({ at: 'welcome', drafts }),
  'welcome after a count': heard({ at: 'welcome', drafts: [] }),
  'welcome of a box that stays closed': heard({ at: 'welcome', drafts: [] }, { told: null, closed: shut }),
  'what has changed': heard({ at: 'welcome', drafts: [] }),
  'what has changed, of a closed box': heard(
    { at: 'thanks' },
    { told: null, closed: { ...shut, ...emptied } },
  ),
  'what people said': heard({ at: 'welcome', drafts: [] }),
  'what people want talked about': heard({ at: 'thanks', slip: sixPictures }),
  card: at(card),
  more: at(card),
  ideas: at(card),
  'ideas about power': at(card),
  'ideas of equal worth': at(card),
  'ideas in Luca’s words': at(card),
  'ideas and where they come from': at(card),
  'ideas for staff': at({ at: 'shift' }),
  practice: at(card),
  statement: at(formScene(form())),
  'easy statement': easy(formScene(form())),
  'statement whose words did not come': at(formScene(unworded(form()))),
  'easy stop': easy(formScene(form(chosen, { type: 'stop' }))),
  original: easy(formScene(form(chosen))),
  help: at(formScene(form(chosen))),
  meaning: at(formScene(form())),
  answered: at(formScene(form(chosen))),
  veiled: at(formScene(form(chosen), { veiled: new Set([first]) })),
  refused: at(formScene(form(), { refused: true })),
  longest: at(formScene(form(...skipped(6)))),
  topics: at(formScene(form(...skipped(23), topic(0), topic(5), topic(19)))),
  'topics veiled': at(formScene(form(...skipped(23), topic(0)), { topicsVeiled: true })),
  review: at(
    formScene(form(chosen, ...skipped(23), topic(3), { type: 'continue' }), { veiled: new Set([first]) }),
  ),
  stop: at(formScene(form(chosen, { type: 'stop' }))),
  'stop with nothing': at(formScene(form({ type: 'stop' }))),
  'how to help': at({ at: 'welcome', drafts: [] }),
  'supported practice': at({ ...card, helper: 'interpreter' }),
  supported: supported(formScene(helped())),
  'supported and answered': supported(formScene(helped(chosen))),
  'supported and earlier': supported(formScene(helped(chosen), { veiled: new Set([first]) })),
  'supported longest': supported(formScene(helped(...skipped(6)))),
  'supported turned': supported(formScene(helped(chosen))),
  'supported in other words': supported(formScene(helped())),
  'supported with meanings': supported(formScene(helped())),
  'supported without more words': supported(formScene(helped())),
  'supported alone': supported(formScene(helped(chosen))),
  'supported topics': supported(formScene(helped(...skipped(23), topic(0)), { topicsVeiled: true })),
  'supported review': supported(formScene(helped(chosen, ...skipped(23), topic(3), { type: 'continue' }))),
  sealing: at({ at: 'sealing' }),
  unsealed: at({ at: 'unsealed' }),
  thanks: at({ at: 'thanks', slip: sixPictures }),
  'thanks from an older server': at({ at: 'thanks' }),
  slip: at({ at: 'thanks', slip: sixPictures }),
  'take back': at(takeback('tapping')),
  'take back, three tapped': at(takeback('tapping')),
  'take back, asking': at(takeback('asking')),
  'take back, not asked': at(takeback('unasked')),
  'taken back': at(takeback('taken')),
  'asked for offline': at(takeback('asked')),
  'opened already': at(takeback('opened')),
  'not here yet': at(takeback('unknown')),
  'too many tries': at(takeback('tries')),
  erased: at({ at: 'erased' }),
  'shift with forms': at({ at: 'shift' }, { ...still, waiting: 12, setAside: 1 }),
  'shift sending': at(
    { at: 'shift' },
    { ...still, waiting: 5, state: { is: 'sending', arrived: 7, of: 12 } },
  ),
  'shift arrived': at(
    { at: 'shift' },
    { ...still, lastSent: '2026-11-22', state: { is: 'arrived', arrived: 12, of: 12 } },
  ),
  'shift no signal': stuck('no-signal'),
  'shift sign-in page': stuck('sign-in-page'),
  'shift resting': stuck('resting'),
  'shift permission ended': stuck('permission-ended'),
  'shift other tab': stuck('other-tab'),
  'shift with this tablet': at({ at: 'shift' }, { ...still, waiting: 3, lastSent: '2026-11-20' }),
  'shift with a tablet in trouble': () => {
    const tablet = fakeTablet({ at: 'shift' }, ward(), { ...still, waiting: 2, missing: 3, ready: false })
    const health: Health = {
      failing: 'write',
      persisted: false,
      room: { used: 990_000_000, of: 1_000_000_000 },
      installed: false,
      clock: 'wrong',
    }
    tablet.kept = { ...tablet.kept, health: async () => health }
    return tablet
  },
  'shift before wiping': () => {
    const tablet = fakeTablet({ at: 'shift' }, ward(), { ...still, waiting: 2, setAside: 1 })
    const why = [
      { is: 'waiting', n: 2 },
      { is: 'set-aside', n: 1 },
      { is: 'unheard', n: 1 },
    ] as const
    tablet.kept = { ...tablet.kept, mayWipe: async () => ({ may: false, why, since: '2026-11-20' }) }
    return tablet
  },
  'unenrolled and wiped': () => fakeTablet({ at: 'unenrolled', busy: false, missing: 3 }, undefined),
  cleaning: at({ at: 'cleaning' }),
  elsewhere: at({ at: 'elsewhere' }),
}

const ideas = () => learnWords().words.title
const chapter = (id: string) => () => chapters.find(one => one.id === id)?.title ?? ''
const more = () => t('card.more')
const changed = () => heardWords().say('title')
const said = () => heardWords().say('people')
const onward = () => t('statement.continue')
const unclear = () => t('supporter.unclear')

/** The buttons that are pressed first, where the screen lies over another or comes after it. */
export const pressed: Readonly<Record<string, (() => string) | readonly (() => string)[]>> = {
  'what has changed': changed,
  'what has changed, of a closed box': changed,
  'what people said': [changed, said],
  'what people want talked about': [changed, said, onward, onward, onward, onward, onward],
  help: () => t('bar.help'),
  more,
  ideas: [more, ideas],
  'ideas about power': [more, ideas, chapter('power')],
  'ideas of equal worth': [more, ideas, chapter('model')],
  'ideas in Luca’s words': [more, ideas, chapter('control')],
  'ideas and where they come from': [more, ideas, chapter('references')],
  'ideas for staff': [ideas, chapter('staff')],
  practice: () => t('card.practice'),
  meaning: () => t('statement.meaning'),
  'who helps': () => t('welcome.helper'),
  look: () => t('welcome.ways'),
  // Nothing but the original has a way to it: there its meaning is shown instead.
  original: () => t(isOriginal() ? 'statement.meaning' : 'statement.original'),
  'not me': () => t('curtain.notme'),
  slip: () => t('thanks.slipgo'),
  'take back, three tapped': [() => t('pictures.sun'), () => t('pictures.book'), () => t('pictures.book')],
  'how to help': [() => t('welcome.helper'), () => t('helper.guide')],
  'supported practice': () => t('card.practice'),
  'supported turned': () => t('supporter.turn'),
  'supported in other words': unclear,
  'supported with meanings': [unclear, unclear],
  'supported without more words': [unclear, unclear, unclear],
  'supported alone': () => t('supporter.alone'),
  'shift with this tablet': () => staff.tablet,
  'shift before wiping': [() => staff.tablet, () => staff.wipe.check],
}

/** Presses them, each once the screen is there and at rest: its heading has the focus. */
export async function press(screen: string, root: ParentNode): Promise<void> {
  const rests = () => document.activeElement?.tagName === 'H1'
  const left = [pressed[screen] ?? []].flat()
  while (left.length > 0 || !rests()) {
    await new Promise(later => setTimeout(later, 20))
    if (!rests()) continue
    const found = [...root.querySelectorAll('button')].find(one => one.textContent?.trim() === left[0]?.())
    if (!found) continue
    left.shift()
    found.click()
  }
}
