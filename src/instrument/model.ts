// The ideas of the booklet, character for character (Quinn, A. (2022), printed pages 4 to 14 and 17): what staff and
// leaders can do, and the pages that say why. Ours are the ids, and which part of a page is text, a list or a quote.

import { readiness } from './readiness.ts'

/** One idea of the booklet in its own words. The id is ours and never changes, so that an action can quote it. */
export interface Idea {
  readonly id: string
  readonly text: string
}

/** Ideas that the booklet prints under one title. */
interface Ideas {
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

/**
 * A part of a page. In a text *stars* mark what the booklet sets in italics and **two** what it sets bold. The printed
 * drawings are in no part, since the text does not carry them.
 */
export type Part =
  | { readonly is: 'text'; readonly text: string }
  /** Things of which none stands above another, whatever order they are printed in. */
  | { readonly is: 'equal'; readonly of: readonly string[] }
  | {
      readonly is: 'powers'
      readonly of: readonly { readonly id: string; readonly title: string; readonly text: string }[]
      readonly cite: string
    }
  | { readonly is: 'quote'; readonly text: string; readonly cite?: string }
  | { readonly is: 'list'; readonly of: readonly string[] }
  | { readonly is: 'ideas'; readonly of: readonly Idea[] }

/** One page of the booklet's ideas. The id is ours and never changes, since addresses are made of it. */
export interface Chapter {
  readonly id: string
  /** What the booklet prints above the title. */
  readonly over?: string
  readonly title: string
  readonly parts: readonly Part[]
}

const over = 'Relational coproduction:'

/** The booklet's pages in its order. Source: pages 4 to 14 and 17. */
export const chapters: readonly Chapter[] = [
  {
    id: 'introduction',
    title: 'Introduction',
    parts: [
      {
        is: 'text',
        text: 'In the simplest of terms, coproduction means professionals working with people with lived experience to do or change something. Coproduction is recommended in law (eg the Care Act, 2014; Use of Force Act, 2018) and has been shown to help services improve care at an individual and system-wide level. However, the concept is often misunderstood or applied without adequate consideration. This can result in services, staff and people with lived experience finding coproduction difficult, ineffective, and even traumatic.',
      },
      {
        is: 'text',
        text: "The RRN are pleased to introduce a model of coproduction that focusses on how people interact with one another and the environment (how we work), whilst working together towards shared outcomes (what we do). This explainer aims to help increase people's understanding of ethical coproduction and improve everyone's experience of it.",
      },
    ],
  },
  {
    id: 'coproduction',
    title: 'What is coproduction?',
    parts: [
      { is: 'text', text: 'Coproduction can happen at three levels:' },
      // Named in the paragraph below; the drawing of them has no words in the text.
      { is: 'equal', of: ['individual', 'group', 'systemic'] },
      {
        is: 'text',
        text: "Many professionals and people with lived experience recognise that regardless of whether coproduction is taking place at an individual, group or systemic level, there should be 'mutuality'. This means that a person and the professionals supporting them are equally involved in the design, planning and delivery of the task, eg a person's care or hospital based project. It also means that the views of the person with lived experience are valued as much as the professional's views, eg they must be taken seriously and engaged with right from the start of a project until its end. If professionals and services do not think about how they work - with mutuality - coproduction can feel oppressive, tokenistic and leave people feeling used. This can recreate past trauma.",
      },
    ],
  },
  {
    id: 'ladder',
    title: "The 'ladder of coproduction'",
    parts: [
      {
        is: 'text',
        text: "Many services use the 'ladder of coproduction' model to think about the ways they work with people (Arnstein, 1969). The ladder shows three progressive levels: 'doing to', 'doing for' and 'doing with'.",
      },
      {
        is: 'text',
        text: 'Different coproduction activities are placed in a hierarchy. This suggests that the activities at the top of the ladder (coproduction and codesign) are better than those at the bottom of the ladder (coercion and educating).',
      },
      {
        is: 'text',
        text: "The strength of this model is that it is simple to understand. Yet, it does not really look at the power structures and systems in which the engagement with people with lived experience takes place. Even at the ladder's highest level (where people might be working alongside professionals), the work being done might contain coercive elements. For example, prisoners producing mailbags could be involved in the design, creation, and evaluation of the final product. They work alongside the staff that work in the service, however there may be many aspects of their work that they do not have a choice about.",
      },
    ],
  },
  {
    id: 'power',
    title: 'Why might a new model be needed?',
    parts: [
      {
        is: 'text',
        text: 'Ethical coproduction is not simply about how much people with lived experience are involved and listened to, or how much they participate and have responsibility. It is also not about staff giving up their power to people with lived experience or vice-versa. Power is not a finite resource. Staff can retain their power and provide an environment where people with lived experience can express and grow theirs.',
      },
      {
        is: 'text',
        text: 'Coproduction activities themselves are non-hierarchical. This means that one activity, as shown in the Ladder of Coproduction, is not better than another. For example, receiving instructions can be just as important as being involved in shared decision making. And for some people, receiving instructions might be the only way they want to be involved. People should be able to be involved in the ways that suit them and not be forced to move into activities at the higher end of the ladder to suit a coproduction agenda. It is therefore important to recognise that each activity has a purpose and people should be able to choose what works best for them.',
      },
      {
        is: 'text',
        text: 'Additionally, coproduction is not only about whether professional or lived experience views are more important. The usefulness of each voice is task specific. What matters most is how people relate to each other and where the power lies in their relationships.',
      },
      {
        is: 'text',
        text: 'In coproduction, it can be helpful to think about power being used in three ways:',
      },
      {
        is: 'powers',
        of: [
          {
            id: 'power-over',
            title: 'Power over',
            text: 'This type of power is built on coercion, domination, and control. It happens when one individual or group has control and makes decisions that affect others.',
          },
          {
            id: 'power-with',
            title: 'Power with',
            text: "This is shared power that grows out of relationships. It is built on respect, mutual support, solidarity, influence, empowerment and collaborative decision making. 'Power with' builds bridges within groups (eg patient-professional relationships in wards and hospitals) or across the differences that people may have (eg gender, culture, class). This kind of power depends on everyone listening, acting, and working together.",
          },
          {
            id: 'power-from-within',
            title: 'Power from within',
            text: "This happens when professionals and services recognise and value people's abilities, helping them to develop their own strengths and control. Working with staff in a nurturing environment, people develop confidence from improved self-esteem. People believe they have a right to act, occupy the coproduction space, be treated well and that change is possible.",
          },
        ],
        cite: '(Proctor, 2017)',
      },
      {
        is: 'text',
        text: "Ethical coproduction cannot happen when professionals and services use 'power over'. It can only happen when power is shared, and when each person is able to maximise their innate power and use it to achieve better outcomes. It is therefore important for services to work towards mutuality in their relationships with people - 'power with'. They should also find ways to create nurturing conditions in the work environment that develop people's 'power from within'. It is possible to assess how power is used and how staff work using the Coproduction Evaluation on page 16.",
      },
    ],
  },
  {
    id: 'benefits',
    title: 'The benefits of balancing power',
    parts: [
      {
        is: 'text',
        text: "Research has shown that, when services balance power (eg build 'power with' and 'power from within'), this leads to better outcomes for people and the services that support them. These include the following:",
      },
      {
        is: 'quote',
        text: 'When people have more power and control over their actions and their lives, they are more involved in and happier about their care, leading to better treatment outcomes.',
        cite: 'Silva et al, 2022',
      },
      {
        is: 'quote',
        text: 'When people and services are equally committed to making a service work, this improves the effectiveness and culture of the service.',
        cite: '(Batalden et al, 2016)',
      },
      {
        is: 'quote',
        text: 'Services get expert knowledge from the experiences of people who use their service and their networks.',
        cite: '(Loeffler et al, 2013)',
      },
      {
        is: 'quote',
        text: "Services meet people's needs more quickly, successfully and efficiently, reducing waste and cost.",
        cite: '(Loeffler et al, 2013)',
      },
    ],
  },
  {
    id: 'model',
    title: 'The RRN model of coproduction',
    parts: [
      {
        is: 'text',
        text: 'The RRN Relational Model of Coproduction aims to help professionals and organisations reflect on, and make positive changes, to the way they work with people with lived experience. Working relationally will impact how decisions are made and how people work with one another in services.',
      },
      {
        is: 'text',
        text: 'At the centre of the graphic, there are different types of coproduction activity. These activities have been modified from the original coproduction ladder and put into a non-hierarchical frame. This is because all types of involvement can be experienced positively when people are involved in a way that feels equal, respectful, and right for them.',
      },
      // As the Readiness Checker names them on page 15.
      { is: 'equal', of: readiness.activities.map(({ label }) => label) },
      {
        is: 'text',
        text: "There is no 'ideal level' of involvement of people with lived experience - there should be no hierarchy. Staff involvement is not thought to be more valuable than lived experience involvement (and vice versa). Instead, people should have choices about what they get involved in and how. This will depend on their motivation, ability and preferences, and the task at hand.",
      },
      {
        is: 'text',
        text: "The RRN model of coproduction shows how getting the power balance right - moving from 'power over' to 'power with' and 'power from within' - is vital to people's positive experiences of working together. Services must consider people's relationship to the environment and one another to maximise the benefits of coproduction processes and avoid its pitfalls, eg retraumatisation.",
      },
    ],
  },
  {
    id: 'control',
    title: "Making sure that 'power with' does not become 'power over'",
    parts: [
      {
        is: 'text',
        text: "It is important to be aware that people can still be dominated when 'power with' approaches are used in coproduction activities.",
      },
      {
        is: 'text',
        text: 'For example, this is how Luca, a person with lived experience, described her involvement in the planning of her care.',
      },
      {
        is: 'quote',
        text: "As long as the professionals thought about me, listened to me, and involved me in my care plan, they thought they had ticked the box. I was involved and I did agree. But really, I didn't have any real control.",
      },
      {
        is: 'text',
        text: "This kind of situation happens if professionals are not mindful of the factors stopping people from having 'real control'. This can be for the following reasons:",
      },
      {
        is: 'list',
        of: [
          'The role and job title of the professional leading the work makes them or others think they know best.',
          'If professionals value the knowledge of other professionals above the knowledge of the person with lived experience.',
          'If a person has differences that are not respected or needs that are not met (eg communication, sensory or cultural needs), which stop them from being able to participate fully.',
          "If professionals only look at a person's 'impairments', thinking they are in some way 'damaged' or not 'working properly' and therefore do not consider their knowledge and strengths.",
        ],
      },
      {
        is: 'text',
        text: "Instead, staff need to help people develop their '**power from within**'. Staff can do this by spending time getting to know the people they coproduce with and developing positive relationships with them. Luca explained the positive difference this made to her care.",
      },
      {
        is: 'quote',
        text: 'Only in one hospital did it work this way, and this is where I found myself again. It was the conditions in the place... and the way I was given freedom and agency to be my own master and decide things for myself.',
      },
    ],
  },
  { id: 'staff', over, title: tips.title, parts: [{ is: 'ideas', of: tips.ideas }] },
  { id: 'leaders', over, title: leaderActions.title, parts: [{ is: 'ideas', of: leaderActions.ideas }] },
  {
    id: 'references',
    title: 'References',
    parts: [
      {
        is: 'list',
        of: [
          'Arnstein, S (1969) A ladder of citizen participation, *Journal of the American Institute of Planners*, 35:4, 216-224, DOI: 10.1080/01944366908977225',
          'Batalden, M, Batalden, P, Margolis, P, et al (2016) Coproduction of healthcare service. *BMJ Quality & Safety*, 25, 509-517.',
          'The Care Act (2014) [Online] available from: www.legislation.gov.uk/ukpga/2014/23/contents/enacted.',
          'Loeffler, E, Power, G, Bovaird, T, Hine-Hughes, F, eds (2013) *Co-production of health and wellbeing in Scotland*. Birmingham, UK: Governance International.',
          'Proctor, G (2017) *The dynamics of power in counselling and psychotherapy: Ethics, politics and practice* (2nd ed.). Ross-on-Wye, UK: PCCS Books.',
          "Silva et al (2022) Perceived fairness as main determinant of patients' satisfaction with care during psychiatric hospitalisation: An observational study. *International Journal of Law and Psychiatry*, 82.",
        ],
      },
    ],
  },
]

/** The publisher, as printed under the booklet's licence. Source: page 11. */
export const publisher =
  'Bild. Registered charity no: 1019663 Birmingham Research Park, Birmingham B15 2SQ November/2022 V1'
