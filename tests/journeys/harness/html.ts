// Whether a page's markup is valid, as html-validate reads the standard.

import { HtmlValidate } from 'html-validate/node'
import type { Page } from 'playwright-core'

const html = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Preact writes what the browser has, not what an author would type.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // Not for what the standard meant it, but browsers heed it: what is chosen stays out of the file that restores a page.
    'valid-autocomplete': 'off',
    doctype: 'off',
    'doctype-style': 'off',
  },
})

/** Faults of the markup that is shown, without the head, which the build writes. */
export async function invalid(page: Page): Promise<string[]> {
  const body = await page.evaluate(() => document.body.innerHTML)
  const { results } = await html.validateString(`<div>${body}</div>`)
  return results.flatMap(({ messages }) =>
    messages
      .filter(({ severity }) => severity === 2)
      .map(({ ruleId, message }) => `html ${ruleId}: ${message}`),
  )
}
