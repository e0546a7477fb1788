// Who may come in, and as whom: members, and invitations that nobody has taken up yet.

import { useEffect, useState } from 'preact/hooks'
import type { Outcome } from '../../../office/office.ts'
import type { InvitationView, Me, MembersReply, MemberView } from '../../../protocol/accounts.ts'
import type { ServiceView } from '../../../protocol/office.ts'
import { accountWords, dayWords, officeWords, say } from '../../../wording/office.ts'
import { useAsking } from '../asking.ts'
import { Confirm } from '../confirm.tsx'
import { useDesk } from '../desk.ts'
import { Link } from '../link.tsx'
import { Done, Refused } from '../notice.tsx'
import { Page, type Whose } from '../page.tsx'
import { accountPaths } from './paths.ts'
import { byWords, servicesWords } from './words.ts'

const words = accountWords.people

export function PeoplePage({ services, whose }: { services: readonly ServiceView[]; whose: Whose }) {
  const { office, heed } = useDesk()
  const { people, oneself } = office.accounts
  const [listed, list] = useState<Outcome<MembersReply>>()
  const [me, setMe] = useState<Me['person']>()
  const { asking, refusal, said, ask, act, tell, leave } = useAsking<MemberView>()

  const look = async () => list(await heed(people.all()))
  useEffect(() => {
    void look()
    void heed(oneself.me()).then(outcome => outcome.done && setMe(outcome.value.person))
  }, [])

  const change = async (work: () => Promise<Outcome<undefined>>, done: string) => {
    if (!(await act(work))) return
    tell(done)
    await look()
  }
  const isMe = ({ id }: MemberView) => id === me?.id
  return (
    <Page title={words.title} {...whose}>
      <p class="office-lead">{say(words.lead, { organisation: whose.organisation })}</p>
      <p>
        <Link to={accountPaths.invite} class="office-button">
          {words.invite}
        </Link>
      </p>
      {listed && !listed.done && (
        <>
          <Refused refusal={listed.refusal} />
          <button type="button" class="office-button" onClick={look}>
            {officeWords.tryAgain}
          </button>
        </>
      )}
      <div class="office-said">
        <Refused refusal={refusal} />
        <Done>{said}</Done>
      </div>
      {asking && (
        <Confirm
          key={asking.id}
          question={say(words.ask, { name: asking.name })}
          means={isMe(asking) ? words.askYourself : words.askMeans}
          yes={isMe(asking) ? words.yesYourself : words.yes}
          no={words.no}
          act={() => change(() => people.remove(asking.id), say(words.removed, { name: asking.name }))}
          leave={() => leave(`remove-${asking.id}`)}
        />
      )}
      {listed?.done && (
        <>
          <Members
            members={listed.value.members}
            services={services}
            isMe={isMe}
            end={member =>
              change(() => people.endSessions(member.id), say(words.ended, { name: member.name }))
            }
            remove={ask}
          />
          {listed.value.members.filter(({ role }) => role === 'administrator').length === 1 && (
            <p class="office-quiet">{words.last}</p>
          )}
          <h2>{words.invitations}</h2>
          <Invitations
            invitations={listed.value.invitations}
            services={services}
            withdraw={({ id }) => change(() => people.withdraw(id), words.withdrawn)}
          />
        </>
      )}
    </Page>
  )
}

interface MembersProps {
  readonly members: readonly MemberView[]
  readonly services: readonly ServiceView[]
  isMe(member: MemberView): boolean
  end(member: MemberView): void
  remove(member: MemberView): void
}

function Members({ members, services, isMe, end, remove }: MembersProps) {
  if (members.length === 0) return <p>{words.nobody}</p>
  return (
    <table class="office-persons">
      <caption class="office-unseen">{words.caption}</caption>
      <Heads heads={[words.name, words.as, words.for, words.do]} />
      <tbody>
        {members.map(member => (
          <tr key={member.id}>
            <th scope="row">
              {member.name}
              {isMe(member) && <> ({words.you})</>}
              <span class="office-cost">{member.email}</span>
            </th>
            <td>{accountWords.roles[member.role]}</td>
            <td>{servicesWords(member.services, services)}</td>
            <td class="office-person-do">
              <Link
                to={accountPaths.member(member.id)}
                aria-label={say(words.changeOf, { name: member.name })}
              >
                {words.change}
              </Link>
              <Do label={say(words.endOf, { name: member.name })} press={() => end(member)}>
                {words.end}
              </Do>
              <Do
                id={`remove-${member.id}`}
                label={say(words.removeOf, { name: member.name })}
                press={() => remove(member)}
              >
                {words.remove}
              </Do>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface InvitationsProps {
  readonly invitations: readonly InvitationView[]
  readonly services: readonly ServiceView[]
  withdraw(invitation: InvitationView): void
}

function Invitations({ invitations, services, withdraw }: InvitationsProps) {
  if (invitations.length === 0) return <p>{words.invitationsNone}</p>
  return (
    <table class="office-persons">
      <caption class="office-unseen">{words.invitationsCaption}</caption>
      <Heads heads={[words.whom, words.as, words.for, words.do]} />
      <tbody>
        {invitations.map(invitation => {
          const whom = invitation.email ?? words.anybody
          return (
            <tr key={invitation.id}>
              <th scope="row">
                {whom}
                <span class="office-cost">
                  {words.until} {dayWords(invitation.until)}. {words.by} {byWords(invitation.by)}.
                </span>
              </th>
              <td>{accountWords.roles[invitation.role]}</td>
              <td>{servicesWords(invitation.services, services)}</td>
              <td class="office-person-do">
                <Do label={say(words.withdrawOf, { whom })} press={() => withdraw(invitation)}>
                  {words.withdraw}
                </Do>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const Heads = ({ heads }: { heads: readonly string[] }) => (
  <thead>
    <tr>
      {heads.map(head => (
        <th key={head} scope="col">
          {head}
        </th>
      ))}
    </tr>
  </thead>
)

interface DoProps {
  readonly id?: string
  readonly label: string
  readonly children: string
  press(): void
}

const Do = ({ id, label, children, press }: DoProps) => (
  <button type="button" id={id} class="office-plain" aria-label={label} onClick={press}>
    {children}
  </button>
)
