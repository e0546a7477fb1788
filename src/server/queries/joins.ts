// How boxes, their services and their wards hang together, for every question that is put to them at once.

import type { JoinBuilder } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'

type On<Tables extends keyof Schema> = (join: JoinBuilder<Schema, Tables>) => JoinBuilder<Schema, Tables>

/** A release with its box. */
export const releaseInBox: On<'releases' | 'boxes'> = join =>
  join.onRef('boxes.organisation', '=', 'releases.organisation').onRef('boxes.id', '=', 'releases.box')

/** A box with its service. */
export const boxInService: On<'boxes' | 'services'> = join =>
  join.onRef('services.organisation', '=', 'boxes.organisation').onRef('services.id', '=', 'boxes.service')

/** A box with each part that a ward has or had in it. */
export const partOfBox: On<'box_wards' | 'boxes'> = join =>
  join.onRef('box_wards.organisation', '=', 'boxes.organisation').onRef('box_wards.box', '=', 'boxes.id')

/** A ward with its part in a box. */
export const wardInBox: On<'box_wards' | 'wards'> = join =>
  join.onRef('wards.organisation', '=', 'box_wards.organisation').onRef('wards.id', '=', 'box_wards.ward')

/**
 * An organisation with its services, their boxes and the wards that each is of, by their names. One without services,
 * a service without a box and a box without a ward have a row of their own.
 */
export const estateIn = (db: Database, organisation: string) =>
  db
    .selectFrom('organisations')
    .leftJoin('services', 'services.organisation', 'organisations.id')
    .leftJoin('boxes', boxInService)
    .leftJoin('box_wards', partOfBox)
    .leftJoin('wards', wardInBox)
    .where('organisations.id', '=', organisation)
    .orderBy('services.name')
    .orderBy('wards.name')
