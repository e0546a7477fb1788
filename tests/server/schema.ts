// As much of JSON Schema as openapi.json uses, to hold real replies against it.

import description from '../../src/protocol/openapi.json' with { type: 'json' }

type Schema = Readonly<Record<string, unknown>>

const known = new Set([
  '$ref',
  'type',
  'const',
  'enum',
  'oneOf',
  'pattern',
  'format',
  'minLength',
  'maxLength',
  'minimum',
  'items',
  'minItems',
  'maxItems',
  'required',
  'properties',
  'additionalProperties',
  'description',
])

/** What is wrong with a value, each with where; empty when it is as the schema says. Throws for an unknown keyword. */
export function wrongs(value: unknown, schema: Schema, at = 'reply'): string[] {
  const strange = Object.keys(schema).find(keyword => !known.has(keyword))
  if (strange) throw new Error(`the keyword ${strange} is not checked yet`)
  const { $ref, oneOf } = schema
  if (typeof $ref === 'string') return wrongs(value, resolve($ref), at)
  if (Array.isArray(oneOf)) {
    const fits = oneOf.filter(one => wrongs(value, one, at).length === 0).length
    return fits === 1 ? [] : [`${at} fits ${fits} of ${oneOf.length}`]
  }
  if ('const' in schema && value !== schema.const) return [`${at} is not ${schema.const}`]
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) return [`${at} is none of ${schema.enum}`]
  if (typeof schema.type === 'string' && typeOf(value, schema.type) !== schema.type)
    return [`${at} is no ${schema.type}`]
  if (typeof value === 'string') return text(value, schema, at)
  if (typeof value === 'number')
    return value < Number(schema.minimum ?? -Infinity) ? [`${at} is too small`] : []
  if (Array.isArray(value))
    return value.flatMap((one, n) => wrongs(one, (schema.items ?? {}) as Schema, `${at}[${n}]`))
  return typeof value === 'object' && value !== null ? fields(value as Schema, schema, at) : []
}

function resolve(ref: string): Schema {
  const schemas: Readonly<Record<string, Schema>> = description.components.schemas
  const found = schemas[ref.replace('#/components/schemas/', '')]
  if (!found) throw new Error(`there is no ${ref}`)
  return found
}

function typeOf(value: unknown, wanted: string): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return wanted === 'integer' && Number.isInteger(value) ? 'integer' : typeof value
}

function text(value: string, schema: Schema, at: string): string[] {
  if (typeof schema.pattern === 'string' && !new RegExp(schema.pattern).test(value))
    return [`${at} has another form`]
  if (value.length > Number(schema.maxLength ?? Infinity)) return [`${at} is too long`]
  if (value.length < Number(schema.minLength ?? 0)) return [`${at} is too short`]
  const instant = schema.format === 'date-time'
  return instant && new Date(value).toISOString() !== value ? [`${at} is no instant`] : []
}

function fields(value: Schema, schema: Schema, at: string): string[] {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, Schema>>
  const required = (schema.required ?? []) as readonly string[]
  const missing = required.filter(name => !(name in value)).map(name => `${at} lacks ${name}`)
  const present = Object.entries(value).flatMap(([name, one]) => {
    const more = properties[name] ?? schema.additionalProperties
    if (more === false) return [`${at} has ${name}, which is not described`]
    return wrongs(one, (more === true || more === undefined ? {} : more) as Schema, `${at}.${name}`)
  })
  return [...missing, ...present]
}
