// What people said in the last release, in words: a group of statements a page, and last what they want talked about.

import { useEffect, useState } from 'preact/hooks'
import { evaluation } from '../../instrument/evaluation.ts'
import type { OnTablet, TabletCell } from '../../protocol/heard.ts'
import type { HeardWords } from '../../wording/heard.ts'
import { groupLabel, itemWords, stem, t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Beside } from './beside.tsx'
import { Credit } from './credit.tsx'
import { marksOf } from './heardwords.ts'
import { Original } from './whose.tsx'

type Release = OnTablet['release']

interface FiguresProps {
  readonly release: Release
  readonly words: HeardWords
  /** To what has changed. */
  readonly back: () => void
}

export function Figures({ release, words, back }: FiguresProps) {
  const [n, turn] = useState(0)
  const [original, lay] = useState(false)
  useEffect(() => {
    document.dispatchEvent(new Event('turned'))
  }, [n, original])
  const pages = pagesOf(release)
  const page = pages[n]
  if (original) return <Original item={undefined} close={() => lay(false)} />
  const more = n + 1 < pages.length
  return (
    <>
      <Heading of={`figures ${n}`}>
        <span {...marksOf(words)}>{words.say(page?.is === 'talk' ? 'talk' : 'people')}</span>
      </Heading>
      {n === 0 && <Counted release={release} words={words} />}
      <Credit open={() => lay(true)} />
      {page?.is === 'group' && <h2>{groupLabel(page.id)}</h2>}
      <p class="stem">{stem()}</p>
      <ul class="figures">
        {page?.items.map(item => (
          <li key={item}>
            <Beside of={item}>
              <span class="line">
                <strong>{itemWords(item)}</strong>
              </span>
              {linesOf(release, page.is, item, words).map(line => (
                <span key={line} class="line" {...marksOf(words)}>
                  {line}{' '}
                </span>
              ))}
            </Beside>
          </li>
        ))}
      </ul>
      {page?.items.some(item => hides(release, page.is, item)) && (
        <p {...marksOf(words)}>{words.say('hidden')}</p>
      )}
      <p class="why">{t('statement.progress', { n: n + 1, of: pages.length })}</p>
      <div class="onward">
        <Button onPress={() => (n === 0 ? back() : turn(n - 1))}>{t('statement.back')}</Button>
        {more ? (
          <Button kind="main" onPress={() => turn(n + 1)}>
            {t('statement.continue')}
          </Button>
        ) : (
          <Button kind="main" onPress={back}>
            {t('close')}
          </Button>
        )}
      </div>
    </>
  )
}

const Counted = ({ release: { base, due, wards }, words }: Omit<FiguresProps, 'back'>) => (
  <>
    <p class="lead" {...marksOf(words)}>
      {words.count('counted', base, { day: words.day(due) })}
    </p>
    {wards.length > 0 && <p>{t('together', { wards: wards.join(', ') })}</p>}
  </>
)

interface Page {
  readonly is: 'group' | 'talk'
  readonly id: string
  readonly items: readonly string[]
}

/** The groups with what this version knows of their statements, and the topics in the booklet's order: nobody's is first. */
function pagesOf({ items, topics }: Release): Page[] {
  const within = (of: object) => (item: string) => item in of
  const groups = evaluation.groups.map(group => ({
    is: 'group' as const,
    id: group.id,
    items: group.items.filter(within(items)),
  }))
  const talk = {
    is: 'talk' as const,
    id: 'talk',
    items: evaluation.items.map(({ id }) => id).filter(within(topics)),
  }
  return [...groups, talk].filter(page => page.items.length > 0)
}

const cellsOf = (release: Release, is: Page['is'], item: string): readonly TabletCell[] =>
  is === 'talk' ? [release.topics[item] ?? null] : (release.items[item] ?? [])

const hides = (release: Release, is: Page['is'], item: string): boolean =>
  cellsOf(release, is, item).includes(null)

/** A line for each figure that is shown: nothing stands for one that is not. */
function linesOf(release: Release, is: Page['is'], item: string, words: HeardWords): string[] {
  const { base } = release
  const cells = cellsOf(release, is, item)
  if (is === 'talk') return lineOf(cells[0], base, words, 'chose')
  const answers = evaluation.choices.flatMap(({ code }, n) => {
    const cell = cells[n] ?? null
    const gaps = { choice: words.choice(code) }
    if (typeof cell === 'number') return [words.count('some', base, { ...gaps, n: cell })]
    return cell === null ? [] : [words.count(cell, base, gaps)]
  })
  return [...answers, ...lineOf(cells[evaluation.choices.length], base, words, 'left')]
}

/** Of those who gave no answer, or want it talked about: none, or next to none, need no line. */
function lineOf(
  cell: TabletCell | undefined,
  base: number,
  words: HeardWords,
  of: 'chose' | 'left',
): string[] {
  if (cell === 'most') return [words.count(`${of}most`, base)]
  return typeof cell === 'number' && cell > 0 ? [words.count(of, base, { n: cell })] : []
}
