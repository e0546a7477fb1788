// The table of which wards a box is of.

import type { Owned } from './columns.ts'

/**
 * A ward that is counted in a box. The wards of a box never change, since their people were told them: a ward that is
 * counted with others from now on has another box from now on, and stays in the rows of the one that it had.
 */
export interface BoxWards extends Owned {
  box: string
  ward: string
}
