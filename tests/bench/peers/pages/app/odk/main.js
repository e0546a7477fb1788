// ODK Web Forms on the same form as an XForm. It shows a form as one page. It stores nothing.

import xform from 'virtual:xform'
import { OdkWebForm, webFormsPlugin } from '@getodk/web-forms'
import { createApp, h } from 'vue'

const none = () => Promise.reject(new Error('the form has no attachments'))
createApp({ render: () => h(OdkWebForm, { formXml: xform, fetchFormAttachment: none }) })
  .use(webFormsPlugin)
  .mount('#root')

/** How many answers it shows as given. */
window.answers = () => document.querySelectorAll('input[type=radio]:checked').length
