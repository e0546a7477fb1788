// openapi.json as tests read it: its routes, and what is wrong with a real answer by its words.

import description from '../../src/protocol/openapi.json' with { type: 'json' }
import type { Answer } from './front.ts'
import { wrongs } from './schema.ts'

interface Operation {
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly 'x-problems'?: readonly string[]
        readonly content: Readonly<Record<string, { schema: object }>>
      }
    >
  >
}

/** Its operations by path and method. */
export const paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> = description.paths
/** Its routes, as the server names them. */
export const described = Object.entries(paths).flatMap(([path, operations]) =>
  Object.keys(operations).map(method => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
)

/** What is wrong with an answer by its description. */
export function against(method: string, path: string, answer: Answer): string[] {
  const response = paths[path]?.[method]?.responses[answer.status]
  if (!response) return [`${method} ${path} never answers ${answer.status}`]
  const numbers = response['x-problems']
  if (numbers && !numbers.includes(answer.problem ?? '')) return [`${answer.problem} is not described`]
  const [schema] = Object.values(response.content)
  return wrongs(answer.body, { ...schema?.schema })
}
