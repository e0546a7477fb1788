// Tokens with which other systems read: those there are, and how to end one.

import type { ServiceView } from '../../../protocol/office.ts'
import type { TokenView } from '../../../protocol/outlets.ts'
import { dayWords, exportWords, say } from '../../../wording/office.ts'
import { byWords, servicesWords } from '../accounts/words.ts'
import { useAsking } from '../asking.ts'
import { Confirm } from '../confirm.tsx'
import { useDesk } from '../desk.ts'
import { Link } from '../link.tsx'
import { Done, Refused } from '../notice.tsx'
import { Page, type Whose } from '../page.tsx'
import { List, useListed } from './listed.tsx'
import { NewToken } from './newtoken.tsx'
import { exportPaths } from './paths.ts'
import { Table } from './table.tsx'

const words = exportWords.tokens

export function TokensPage({ services, whose }: { services: readonly ServiceView[]; whose: Whose }) {
  const { office } = useDesk()
  const { tokens } = office.outlets
  const listed = useListed(() => tokens.all())
  const { asking, refusal, said, ask, act, tell, leave } = useAsking<TokenView>()

  const end = async ({ id, name }: TokenView) => {
    if (!(await act(() => tokens.end(id)))) return
    tell(say(words.done, { name }))
    await listed.again()
  }
  return (
    <Page title={words.title} {...whose}>
      <p class="office-lead">{words.lead}</p>
      <h2>{words.list}</h2>
      <Refused refusal={refusal} />
      <Done>{said}</Done>
      {asking && (
        <Confirm
          key={asking.id}
          question={say(words.ask, { name: asking.name })}
          means={words.means}
          yes={words.yes}
          no={words.no}
          act={() => void end(asking)}
          leave={() => leave(`end-${asking.id}`)}
        />
      )}
      <List of={listed}>
        {({ tokens }) =>
          tokens.length === 0 ? <p>{words.none}</p> : <Tokens tokens={tokens} services={services} end={ask} />
        }
      </List>
      <NewToken services={services} made={() => void listed.again()} />
      <p>
        <Link to={exportPaths.exports}>{exportWords.back}</Link>
      </p>
    </Page>
  )
}

interface TokensProps {
  readonly tokens: readonly TokenView[]
  readonly services: readonly ServiceView[]
  end(token: TokenView): void
}

function Tokens({ tokens, services, end }: TokensProps) {
  const rows = tokens.map(token => ({
    id: token.id,
    cells: [
      <>
        {token.name}
        <span class="office-cost">
          {say(words.made, { day: dayWords(token.madeOn), by: byWords(token.by) })}
        </span>
      </>,
      servicesWords(token.services, services),
      token.endedOn === null ? dayWords(token.until) : say(words.ended, { day: dayWords(token.endedOn) }),
      token.usedOn === null ? words.never : dayWords(token.usedOn),
      token.endedOn === null && (
        <button
          type="button"
          id={`end-${token.id}`}
          class="office-plain"
          aria-label={say(words.endOf, { name: token.name })}
          onClick={() => end(token)}
        >
          {words.end}
        </button>
      ),
    ],
  }))
  const heads = [words.name, words.for, words.days, words.used, words.do]
  return <Table caption={words.list} heads={heads} rows={rows} />
}
