// The evaluation as ODK's XForm, and as what enketo-transformer makes of that: HTML for a person and XML for a model.

import { evaluation } from '../../../src/instrument/evaluation.ts'

const { id, title, stem, choices, items } = evaluation

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' }
const text = (words: string): string => words.replace(/[&<"]/g, sign => escapes[sign] ?? sign)

const statements = items.map((item, n) => ({ ref: `s${n + 1}`, label: text(`${stem} ${item.text}`) }))
const empty = statements.map(({ ref }) => `<${ref}/>`).join('')
const instance = `<data id="${id}" version="1.0">${empty}<meta><instanceID/></meta></data>`

const each = (make: (statement: (typeof statements)[number]) => string): string =>
  statements.map(make).join('')

/** The XForm, as pyxform writes a form with one group of choices and nothing required. */
export const xform = `<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
<h:head><h:title>${text(title)}</h:title><model><instance>${instance}</instance>
${each(({ ref }) => `<bind nodeset="/data/${ref}" type="string"/>`)}
<bind nodeset="/data/meta/instanceID" type="string" readonly="true()" calculate="concat('uuid:', uuid())"/>
</model></h:head>
<h:body>${each(
  ({ ref, label }) =>
    `<select1 ref="/data/${ref}"><label>${label}</label>${choices
      .map(choice => `<item><label>${text(choice.label)}</label><value>${choice.code}</value></item>`)
      .join('')}</select1>`,
)}</h:body></h:html>`

/** The model that the transformer takes out of it. */
export const enketoModel = `<model><instance>${instance}</instance></model>`

const option = (ref: string, { code, label }: (typeof choices)[number]): string =>
  `<label class=""><input type="radio" name="/data/${ref}" data-name="/data/${ref}" value="${code}" ` +
  `data-type-xml="string"><span lang="" class="option-label active">${text(label)}</span></label>`

/** The form that the transformer makes of it, with the `pages` that its author would ask for. */
export const enketoForm =
  `<form autocomplete="off" novalidate="novalidate" class="or clearfix pages" dir="ltr" id="${id}">` +
  `<section class="form-logo"> </section><h3 dir="auto" id="form-title">${text(title)}</h3>` +
  each(
    ({ ref, label }) =>
      '<fieldset class="question simple-select"><fieldset><legend>' +
      `<span lang="" class="question-label active">${label}</span></legend><div class="option-wrapper">` +
      `${choices.map(choice => option(ref, choice)).join('')}</div></fieldset></fieldset>`,
  ) +
  '</form>'
