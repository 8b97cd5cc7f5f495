/** Words that no dictionary knew, and that the project's own list does. */
import type { Inline } from '../../units/unit.ts';

/**
 * @param content the translation.
 * @param unknown words that stand in it as they were, of the source or of the language between.
 * @param words from a word in small letters to what stands for it.
 * @returns the content, and the words that are still unknown.
 */
export function fillIn(
  content: readonly Inline[],
  unknown: readonly string[],
  words: ReadonlyMap<string, string>,
): { readonly content: readonly Inline[]; readonly unknown: readonly string[] } {
  const listed = unknown.filter((word) => words.has(word.toLowerCase()));
  if (listed.length === 0) return { content, unknown };
  const names = listed.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const filled = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines.map((one): Inline => {
      if (one.type === 'pair') return { ...one, children: filled(one.children) };
      if (one.type === 'code') return one;
      return {
        type: 'text',
        text: one.text.replace(pattern, (word) => cased(word, words.get(word.toLowerCase()) ?? word)),
      };
    });
  return { content: filled(content), unknown: unknown.filter((word) => !listed.includes(word)) };
}

/** With a capital where the word had one. */
const cased = (word: string, target: string): string =>
  /^\p{Lu}/u.test(word) ? target.charAt(0).toUpperCase() + target.slice(1) : target;
