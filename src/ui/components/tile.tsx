// What stands on a tile that can be chosen: its words, and the word for chosen beside its border and fill.

interface TileProps {
  readonly label: string
  readonly note?: string | undefined
  readonly word: string
}

export const TileWords = ({ label, note, word }: TileProps) => (
  <>
    <span class="words">
      {label}
      {note && <small>{note}</small>}
    </span>
    <span class="mark" aria-hidden="true">
      {word}
    </span>
  </>
)
