// What the stem and a statement's hard words mean: the booklet's own words first, then ours, marked as ours.

import { source } from '../../instrument/source.ts'
import { hardWords } from '../../wording/hard.ts'
import { language, meanings, t } from '../../wording/words.ts'
import { Heading } from '../components/heading.tsx'
import { Beside } from './beside.tsx'
import { Close, type Closing } from './close.tsx'

interface MeaningProps extends Closing {
  readonly item: string | undefined
}

export function Meaning({ item, close }: MeaningProps) {
  const said = meanings()
  const hard = (item && hardWords[item]) || []
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
          {hard.map(id => (
            <div key={id}>
              <dt>{said.words[id].word}</dt>
              <dd>{said.words[id].text}</dd>
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
