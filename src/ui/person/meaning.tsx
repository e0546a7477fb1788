// What the stem and a statement's hard words mean: the booklet's own words first, then ours, marked as ours.

import { source } from '../../instrument/source.ts'
import { meant } from '../../wording/hard.ts'
import { language, meanings, t } from '../../wording/words.ts'
import { Heading } from '../components/heading.tsx'
import { Beside } from './beside.tsx'
import { Close, type Closing } from './close.tsx'

interface MeaningProps extends Closing {
  readonly item: string | undefined
}

export function Meaning({ item, close }: MeaningProps) {
  const said = meanings()
  return (
    <>
      <Heading>{t('meaning.title')}</Heading>
      <h2>{t('meaning.ours')}</h2>
      {said && (
        <dl class="meanings">
          <dt>{t('meaning.task')}</dt>
          <dd>
            <Beside of="task">
              {said.task.map(line => (
                <span key={line} class="line">
                  {line}{' '}
                </span>
              ))}
            </Beside>
          </dd>
          {item &&
            meant(item).map(({ id, word, text }) => (
              <div key={id}>
                <dt>{word}</dt>
                <dd>{text}</dd>
              </div>
            ))}
        </dl>
      )}
      <h2>{t('meaning.booklet')}</h2>
      <blockquote lang={language() === 'en' ? undefined : 'en'} dir="ltr">
        <p>“{source.meaning}”</p>
        <footer>{source.attribution}</footer>
      </blockquote>
      <Close close={close} />
    </>
  )
}
