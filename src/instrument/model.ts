// What the booklet's model asks of staff and of leaders, character for character (Quinn, A. (2022), printed pages 13 and 14).

/** One idea of the booklet in its own words. The id is ours and never changes, so that an action can quote it. */
export interface Idea {
  readonly id: string
  readonly text: string
}

/** Ideas that the booklet prints under one title. */
export interface Ideas {
  readonly title: string
  readonly ideas: readonly Idea[]
}

/** The six tips for staff. Source: the booklet, page 13. */
export const tips = {
  title: 'Top tips for front line staff',
  ideas: [
    {
      id: 'tip-1',
      text: 'Prioritise building positive relationships with the people you are caring for',
    },
    {
      id: 'tip-2',
      text: 'Think about where the power is when you are interacting with people, so you can hear and act on their choices and preferences',
    },
    {
      id: 'tip-3',
      text: 'Value lived experience expertise in the same way you value professional knowledge',
    },
    {
      id: 'tip-4',
      text: 'Allow people to change their minds about their care, treatment and involvement',
    },
    {
      id: 'tip-5',
      text: "Honestly evaluate people's experience and satisfaction of the support you provide",
    },
    {
      id: 'tip-6',
      text: 'Try not to judge people for their views and treat every interaction as an opportunity to do even better',
    },
  ],
} as const satisfies Ideas

/** The six things that leaders can do. Source: the booklet, page 14. */
export const leaderActions = {
  title: 'Things leaders can do to change the culture of a service',
  ideas: [
    {
      id: 'leader-1',
      text: 'Prioritise building relationships with people characterised by mutuality and equality',
    },
    {
      id: 'leader-2',
      text: 'Nurture values in staff that emphasise mutual respect, equality and support',
    },
    {
      id: 'leader-3',
      text: 'Create a culture where the distinction between people and professionals are blurred and where both have an equal claim on expertise',
    },
    {
      id: 'leader-4',
      text: 'Train staff to pay attention to how power, control and risk are shared and managed in coproduction',
    },
    {
      id: 'leader-5',
      text: 'Ensure practice leaders model effective coproduction and teach the skills needed to realise systems change',
    },
    {
      id: 'leader-6',
      text: 'Assess your systems readiness using the RRN Readiness Checker on page 15 and/or the RRN Coproduction Evaluation on page 16',
    },
  ],
} as const satisfies Ideas
