// Breaches planted where people say how ready a setting is: whose voice is lost, counted or told to others.

import type { Breach } from './breach.ts'

const screens = 'tests/ui/office/readiness/readiness.test.tsx'
const door = 'tests/server/readiness.test.ts'

export const readiness: readonly Breach[] = [
  {
    promise: 7,
    breach: 'the page says how many gave an answer',
    file: 'src/ui/office/readiness/standing.tsx',
    find: '<p class="ready-answer">{answerWords(answer)}</p>',
    replace: '<p>{answerWords(answer)} ({voices.length})</p>',
    test: screens,
    name: 'shows no number but days',
  },
  {
    promise: 7,
    breach: 'of those who differ, one side is not shown',
    file: 'src/ui/office/readiness/standing.tsx',
    find: "found.kind === 'they differ' ? found.said :",
    replace: "found.kind === 'they differ' ? found.said.slice(0, 1) :",
    test: screens,
    name: 'side by side',
  },
  {
    promise: 3,
    breach: 'a voice takes the place of the one that differs from it',
    file: 'src/server/queries/readiness.ts',
    find: 'const row = { organisation, checker, n: (last ?? 0) + 1, who, body: JSON.stringify(voice) }',
    replace: 'const row = { organisation, checker, n: 1, who, body: JSON.stringify(voice) }',
    test: door,
    name: 'keeps both voices',
  },
  {
    promise: 9,
    breach: 'what shows it is written into the audit trail, for good',
    file: 'src/server/routes/readiness.ts',
    find: "'readiness said', voice.question",
    replace: "'readiness said', voice.evidence",
    test: door,
    name: 'never what was said there',
  },
  {
    promise: 9,
    breach: 'a name that was struck out is hidden, and stays in the database',
    file: 'src/server/queries/readiness.ts',
    find: "JSON.stringify({ ...said, evidence: '', struck: on })",
    replace: 'JSON.stringify({ ...said, evidence: said.evidence, struck: on })',
    test: door,
    name: 'typed by mistake go for good',
  },
  {
    promise: 9,
    breach: 'a name that was struck out stays in the database’s own files',
    file: 'src/server/routes/readiness.ts',
    find: "await setMark(house.db, TO_ERASE, 'yes')",
    replace: 'void TO_ERASE; void setMark',
    test: door,
    name: 'typed by mistake go for good',
  },
  {
    promise: 10,
    breach: 'a leader strikes out what people told their advocate',
    file: 'src/server/routes/readiness.ts',
    find: "session.role === 'administrator' || who === whoIs(session)",
    replace: "session.role !== 'advocate' || who === whoIs(session)",
    test: door,
    name: 'whoever wrote it strike it out',
  },
  {
    promise: 3,
    breach: 'whoever holds the database turns an answer round while striking something out',
    file: 'src/server/migrations/struck.ts',
    find: "for (const statement of engine.strikeOnly('voices', 'evidence')) await sql.raw(statement).execute(db)",
    replace:
      "for (const statement of engine.strikeOnly('voices', 'evidence').filter(one => one.startsWith('drop'))) await sql.raw(statement).execute(db)",
    test: door,
    name: 'lets nothing else of a voice change',
  },
  {
    promise: 7,
    breach: 'what was said can be changed after the version was finished',
    file: 'src/server/queries/readiness.ts',
    find: 'row.finished === null ? now :',
    replace: 'true ? now :',
    test: door,
    name: 'finishes a version for good',
  },
  {
    promise: 2,
    breach: 'a release that waits for an advocate stands beside the readiness checker',
    file: 'src/ui/office/readiness/beside.tsx',
    find: 'looked?.done && !looked.value.held',
    replace: 'looked?.done',
    test: screens,
    name: 'no release that is held',
  },
  {
    promise: 6,
    breach: 'the booklet’s misprint is corrected in its name',
    file: 'src/instrument/readiness.ts',
    find: "activityHeading: 'Coproducton activity'",
    replace: "activityHeading: 'Coproduction activity'",
    test: screens,
    name: 'character for character',
  },
]
