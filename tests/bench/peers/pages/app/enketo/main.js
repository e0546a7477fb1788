// Enketo's engine on the form as its transformer would have made it of the XForm, a statement a page. It stores nothing.

import model from 'virtual:enketo-model'
import { Form } from 'enketo-core'

const form = new Form(document.querySelector('form.or'), { modelStr: model, external: [] }, {})
const errors = form.init()
if (errors.length > 0) throw new Error(errors.join())

/** How many answers its model holds. */
window.answers = () => form.getDataStr().match(/<s\d+>[^<]+<\/s\d+>/g)?.length ?? 0
document.documentElement.dataset.ready = ''
