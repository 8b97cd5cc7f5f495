/** What must stand beside figures, so that nobody reads more out of them than they say. */
import type { ComparedRow } from './compare.ts';
import type { History } from './history/index.ts';
import type { ReferenceText } from './texts.ts';

/** @param of where the references come from. */
export function notesOn(
  of: 'reviewed' | 'references',
  texts: readonly ReferenceText[],
  rows: readonly ComparedRow[],
): string[] {
  return texts.length === 0 ? [nothing(of)] : [...approvedDrafts(texts, rows), ...leftOut(rows)];
}

function nothing(of: 'reviewed' | 'references'): string {
  if (of === 'references') return 'There is no text with a reference.';
  return 'Nothing is reviewed yet: approve translations (npm run review), or give references (--tmx, --reference).';
}

/** An approved draft is a reference that its own engine meets by itself. */
function approvedDrafts(texts: readonly ReferenceText[], rows: readonly ComparedRow[]): string[] {
  const pairs = rows.flatMap(({ language, engine }) => engine.split(', ').map((name) => ({ language, name })));
  return pairs.flatMap(({ language, name }) => {
    const own = texts.filter((text) => text.language === language);
    const count = own.filter(({ draftOf }) => draftOf === name).length;
    if (count === 0) return [];
    return `${count} of ${own.length} references in ${language} are drafts of ${name} that people approved as they were: they speak for it.`;
  });
}

function leftOut(rows: readonly ComparedRow[]): string[] {
  const short = new Map(
    rows.flatMap(({ language, texts, measures }) =>
      measures === undefined || measures.segments === texts ? [] : [[language, `${measures.segments} of ${texts}`]],
    ),
  );
  return [...short].map(
    ([language, counts]) => `${language}: measured on the ${counts} texts that every engine could do.`,
  );
}

/** What a history did not count. */
export function notesOnHistory({ open, commits, isShallow, efforts }: History): string[] {
  const made = `In ${commits} ${commits === 1 ? 'commit' : 'commits'}`;
  return [
    ...(efforts.length > 0 ? [] : [`${made} no draft was committed before the text that people approved.`]),
    ...(open === 0
      ? []
      : [`${open} ${open === 1 ? 'draft is' : 'drafts are'} edited and not approved yet: not counted.`]),
    ...(isShallow ? ['Older commits are not here: the clone is shallow (git fetch --unshallow).'] : []),
  ];
}
