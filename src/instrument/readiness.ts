// The RRN Readiness Checker, character for character (Quinn, A. (2022), printed page 15), quirks included.

/** One form of a setting's commitment: obligation, readiness or infrastructure. */
export interface Dimension {
  readonly id: 'obligation' | 'readiness' | 'infrastructure'
  readonly label: string
}

/** One coproduction activity with its question for each dimension. The printed order is no ranking. */
export interface Activity {
  readonly id: string
  readonly label: string
  readonly questions: readonly {
    readonly id: string
    readonly dimension: Dimension['id']
    readonly text: string
  }[]
}

/** The 21 questions for leaders. Source: the booklet, page 15; it defines no answers, ids are ours. */
export const readiness = {
  id: 'rrn-readiness-checker',
  version: '1.0',
  title: 'RRN Readiness Checker',
  intro:
    'The checker below has been designed to help settings to evaluate their commitment and ability to create a relational coproduction culture. It helps services to consider how staff attitude (readiness to share power), policies (obligation) and implementation infrastructure can support each type of coproduction activity.',
  activityHeading: 'Coproducton activity',
  commitmentHeading: 'Settings commitment',
  dimensions: [
    { id: 'obligation', label: 'Obligation to share power (eg vision, policy, mission)' },
    { id: 'readiness', label: 'Readiness to share power' },
    {
      id: 'infrastructure',
      label: 'Infrastructure - procedure for shared power (eg communication, resources, training)',
    },
  ] as readonly Dimension[],
  activities: [
    {
      id: 'activity-1',
      label: 'People are given instructions/information',
      questions: [
        {
          id: 'ready-1o',
          dimension: 'obligation',
          text: 'Is there a policy requirement that people must be treated as equals in all areas of communication and involvement in activities?',
        },
        {
          id: 'ready-1r',
          dimension: 'readiness',
          text: 'Are we ready to provide information to people in a way that makes them feel equal in the interaction, safe and secure?',
        },
        {
          id: 'ready-1i',
          dimension: 'infrastructure',
          text: 'Do we work in a way that enables people to be treated equally and feel that they are equal?',
        },
      ],
    },
    {
      id: 'activity-2',
      label: 'People are listened to',
      questions: [
        {
          id: 'ready-2o',
          dimension: 'obligation',
          text: 'Is it a policy requirement that people must be listened to?',
        },
        { id: 'ready-2r', dimension: 'readiness', text: 'Are we ready to listen to people?' },
        {
          id: 'ready-2i',
          dimension: 'infrastructure',
          text: 'Do we work in a way that enables us to listen to people?',
        },
      ],
    },
    {
      id: 'activity-3',
      label: 'People are supported in expressing views',
      questions: [
        {
          id: 'ready-3o',
          dimension: 'obligation',
          text: 'Is it a policy requirement that people are supported to express their views?',
        },
        {
          id: 'ready-3r',
          dimension: 'readiness',
          text: 'Are we ready to support people to express their views?',
        },
        {
          id: 'ready-3i',
          dimension: 'infrastructure',
          text: 'Do we have a range of ideas and activities to help people express their views?',
        },
      ],
    },
    {
      id: 'activity-4',
      label: "People's views are taken into account",
      questions: [
        {
          id: 'ready-4o',
          dimension: 'obligation',
          text: "Is it a policy requirement that people's views must be given due weight in decision making?",
        },
        { id: 'ready-4r', dimension: 'readiness', text: "Are we ready to take people's views into account?" },
        {
          id: 'ready-4i',
          dimension: 'infrastructure',
          text: "Does our decision making process enable us to take people's views into account?",
        },
      ],
    },
    {
      id: 'activity-5',
      label: 'People involved in decision making, doing, and evaluating',
      questions: [
        {
          id: 'ready-5o',
          dimension: 'obligation',
          text: 'Is it a policy requirement that people must be involved in decision making processes?',
        },
        {
          id: 'ready-5r',
          dimension: 'readiness',
          text: 'Are you ready to let people join in the decision making process?',
        },
        {
          id: 'ready-5i',
          dimension: 'infrastructure',
          text: 'Is there a procedure to enable people to join in decision making?',
        },
      ],
    },
    {
      id: 'activity-6',
      label: 'Shared person-staff decision making, doing, and evaluating',
      questions: [
        {
          id: 'ready-6o',
          dimension: 'obligation',
          text: 'Is it a policy requirement for people and staff to share power and responsibility for decisions?',
        },
        { id: 'ready-6r', dimension: 'readiness', text: 'Are you ready to share power with people?' },
        {
          id: 'ready-6i',
          dimension: 'infrastructure',
          text: 'Is there a procedure that enables people and staff to share power and responsibility for decisions?',
        },
      ],
    },
    {
      id: 'activity-7',
      label: 'People are in control of decision making, doing, and evaluating',
      questions: [
        {
          id: 'ready-7o',
          dimension: 'obligation',
          text: 'Does our policy facilitate people taking control, power and responsibility for a project or their own care?',
        },
        {
          id: 'ready-7r',
          dimension: 'readiness',
          text: 'Are we ready for people to take control of a project or their own care?',
        },
        {
          id: 'ready-7i',
          dimension: 'infrastructure',
          text: 'Are there structures and procedures that enable people to take control, power and responsibility for a project or their own care?',
        },
      ],
    },
  ] as readonly Activity[],
} as const
