/** Texts with what is marked in them, and two texts word by word. Everything is text: nothing of it is ever read as markup. */
import { diffWords } from 'diff';
import { useMemo } from 'preact/hooks';
import { pieces, type Mark } from '../marks.ts';

export function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  return (
    <>
      {pieces(text, marks).map((piece) =>
        piece.kinds.length === 0 ? (
          piece.text
        ) : (
          <span class={piece.kinds.map((kind) => `mark-${kind}`).join(' ')} title={piece.title}>
            {piece.text}
          </span>
        ),
      )}
    </>
  );
}

/** Longer texts take too long to compare word by word while somebody waits. */
const MOST_COMPARED = 20_000;

/** @param language of both: words are told apart by its rules, so that Japanese is not one word. */
export function WordDiff({ before, after, language }: { before: string; after: string; language: string }) {
  const changes = useMemo(() => {
    if (before.length + after.length > MOST_COMPARED) {
      return [
        { removed: true, added: false, value: before },
        { removed: false, added: true, value: after },
      ];
    }
    return diffWords(before, after, { intlSegmenter: new Intl.Segmenter(language, { granularity: 'word' }) });
  }, [before, after, language]);
  return (
    <span class="diff">
      {changes.map(({ added, removed, value }) => {
        if (added) return <ins>{value}</ins>;
        return removed ? <del>{value}</del> : value;
      })}
    </span>
  );
}
