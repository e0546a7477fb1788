// What stands under a label and helps to fill in what the label is of, which is described by it.

interface HintProps {
  /** The id of what it describes. */
  readonly of: string
  readonly hint: string | undefined
}

/** The id of a hint; undefined where there is none. */
export const hintOf = ({ of, hint }: HintProps): string | undefined => (hint ? `${of}-hint` : undefined)

export const Hint = ({ of, hint }: HintProps) =>
  hint ? (
    <p class="office-quiet" id={hintOf({ of, hint })}>
      {hint}
    </p>
  ) : null
