// The RRN Coproduction Evaluation, character for character (Quinn, A. (2022), printed page 16).

import type { Instrument } from './instrument.ts'

/** The 23 statements that people with lived experience answer. Source: the booklet, page 16; ids are ours. */
export const evaluation = {
  id: 'rrn-coproduction-evaluation',
  version: '1.0',
  title: 'RRN Coproduction Evaluation',
  intro: [
    'This assessment is made up of questions that try to help professionals think about how they work with people – use their knowledge and the power from their job role – in their workplace.',
    'These are questions that people with lived experience should answer. The answers to these questions will give staff an idea of where improvements might need to be made.',
  ],
  stem: 'When I am working with staff on a task or project:',
  choices: [
    { code: 'not-at-all', label: 'Not at all' },
    { code: 'sometimes', label: 'Sometimes' },
    { code: 'all-the-time', label: 'All the time' },
  ],
  items: [
    { id: 'eval-01', text: 'Staff have asked me how I would like to take part' },
    { id: 'eval-02', text: 'I am supported to participate in the ways I find most comfortable' },
    { id: 'eval-03', text: 'I believe staff want to hear what I have to say' },
    { id: 'eval-04', text: 'I believe staff want to listen to different points of view' },
    { id: 'eval-05', text: 'I feel valued' },
    { id: 'eval-06', text: 'I feel supported to make the best possible use of my ability' },
    { id: 'eval-07', text: 'I think staff trust me to take part and achieve goals of a task/project' },
    { id: 'eval-08', text: 'I think staff believe that I can have good ideas and find solutions' },
    { id: 'eval-09', text: 'When I make a mistake, I feel ok to tell staff' },
    { id: 'eval-10', text: 'If I want to do things in a different way, I am supported to do this' },
    { id: 'eval-11', text: 'I make final decisions by myself, or with someone else' },
    { id: 'eval-12', text: 'It feels ok to challenge staff ideas' },
    { id: 'eval-13', text: 'When we talk about things, things change' },
    { id: 'eval-14', text: 'Staff keep their promises' },
    { id: 'eval-15', text: 'Staff do things that they think will help me' },
    { id: 'eval-16', text: 'Staff treat me fairly' },
    { id: 'eval-17', text: 'Staff tell me the truth' },
    { id: 'eval-18', text: 'Staff are approachable' },
    { id: 'eval-19', text: 'I believe that my voice is equal to the staff' },
    { id: 'eval-20', text: 'I believe that I have control over what I am doing' },
    { id: 'eval-21', text: 'I believe that I can make suggestions and staff will listen and help' },
    { id: 'eval-22', text: 'I believe that I can make decisions on my own' },
    { id: 'eval-23', text: 'I believe that I can make change' },
  ],
  // The extraction prints 'Respect' twice near eval-04; we read it as the first item of Respect. Provisional.
  groups: [
    { id: 'support', label: 'Support', items: ['eval-01', 'eval-02', 'eval-03'] },
    { id: 'respect', label: 'Respect', items: ['eval-04', 'eval-05', 'eval-06', 'eval-07', 'eval-08'] },
    {
      id: 'risk-action',
      label: 'Risk/action',
      items: ['eval-09', 'eval-10', 'eval-11', 'eval-12', 'eval-13'],
    },
    { id: 'trust', label: 'Trust', items: ['eval-14', 'eval-15', 'eval-16', 'eval-17', 'eval-18'] },
    { id: 'power-with', label: 'Power with', items: ['eval-19', 'eval-20', 'eval-21', 'eval-22', 'eval-23'] },
  ],
} as const satisfies Instrument
