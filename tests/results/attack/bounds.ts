// Bounds of many unknowns, which become closer and never wider: from wholes to their parts and back.

/** A whole that is made of parts, or of parts and something else. Numbers are places in the list of tables. */
export interface Relation {
  readonly whole: number
  readonly parts: readonly number[]
  readonly exact: boolean
}

/** What each table's cells can be, `width` cells a table. */
export class Bounds {
  readonly width: number
  readonly least: Int32Array
  readonly most: Int32Array
  /** Whether nothing is left that a cell could be: what was presumed is not so. */
  absurd = false
  /** How often a whole brought a part closer: where wholes are made of what is published of the parts, never. */
  narrowed = 0

  constructor(tables: number, width: number) {
    this.width = width
    this.least = new Int32Array(tables * width)
    this.most = new Int32Array(tables * width)
  }

  /** Sets the bounds of a table's cells. */
  set(table: number, cells: readonly { readonly least: number; readonly most: number }[]): void {
    for (const [n, cell] of cells.entries()) {
      this.least[table * this.width + n] = cell.least
      this.most[table * this.width + n] = cell.most
    }
  }

  /** Brings a cell's bounds closer; whether they were wider. */
  close(at: number, least: number, most: number): boolean {
    const [low = 0, high = 0] = [this.least[at], this.most[at]]
    if (least <= low && most >= high) return false
    this.least[at] = Math.max(low, least)
    this.most[at] = Math.min(high, most)
    if (Math.max(low, least) > Math.min(high, most)) this.absurd = true
    return true
  }

  /** Goes round all relations until nothing comes closer; `tighten` does within a table what is known of it alone. */
  settle(relations: readonly Relation[], tighten: (table: number) => void): void {
    for (let changed = true; changed && !this.absurd; ) {
      changed = false
      for (const relation of relations)
        for (let cell = 0; cell < this.width; cell++)
          if (this.#relate(relation, cell, tighten)) changed = true
    }
  }

  #relate({ whole, parts, exact }: Relation, cell: number, tighten: (table: number) => void): boolean {
    const { width } = this
    let low = 0
    let high = 0
    for (const part of parts) {
      low += this.least[part * width + cell] ?? 0
      high += this.most[part * width + cell] ?? 0
    }
    const at = whole * width + cell
    let changed = this.close(at, low, exact ? high : ENDLESS)
    if (changed) tighten(whole)
    const [least = 0, most = 0] = [this.least[at], this.most[at]]
    // Nothing can be said of a part where the whole is as open as all of them together.
    if (most >= high && (!exact || least <= low)) return changed
    for (const part of parts) {
      const own = part * width + cell
      const [from = 0, to = 0] = [this.least[own], this.most[own]]
      if (!this.close(own, exact ? least - (high - to) : 0, most - (low - from))) continue
      this.narrowed += 1
      tighten(part)
      changed = true
    }
    return changed
  }
}

const ENDLESS = 2 ** 30
