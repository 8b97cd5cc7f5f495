import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { isAtEdge, onTexts, type TextFault } from '../on-texts.ts';
import { CAPITAL, LATIN } from '../traits.ts';

/** A capital inside a word that has small letters, too: `JavaScript`, `iPhone`, `macOS`; not `NOTE`, which is a style. */
const NAME =
  /(?<![\p{L}\p{N}_.@/-])(?=\p{L}*\p{Ll})\p{L}\p{L}*\p{Ll}\p{L}*\p{Lu}\p{L}*(?![\p{L}\p{N}_@/])|(?<![\p{L}\p{N}_.@/-])\p{Ll}\p{Lu}\p{L}+(?![\p{L}\p{N}_@/])/gu;
const INNER = /\p{Ll}\p{Lu}/u;

export const nameCapitals: Check = {
  ...WARNS,
  name: 'name-capitals',
  description: 'names with capitals inside are spelt as in the source (`JavaScript`, not `Javascript`)',
  say: (parameters) => `"${textOf(parameters, 'found')}" is spelt "${textOf(parameters, 'wanted')}" in the source`,
  run: (input) =>
    onTexts(input, LATIN, ({ source, target, sourceHas }) => {
      if ((sourceHas & CAPITAL) === 0 || !INNER.test(source)) return undefined;
      const faults: TextFault[] = [];
      let lower: string | undefined;
      for (const wanted of new Set(source.match(NAME))) {
        if (target.includes(wanted)) continue;
        lower ??= target.toLowerCase();
        const at = source.indexOf(wanted);
        if (isAtEdge(input.sourceContent, input.sourceWords, source, [at, at + wanted.length])) continue;
        const start = lower.length === target.length ? wordAt(lower, wanted.toLowerCase()) : -1;
        const end = start + wanted.length;
        // An abbreviation at its end is the better spelling: `OpenID` for `OpenId`.
        const isBetter = !ABBREVIATED.test(wanted) && ABBREVIATED.test(target.slice(start, end));
        if (start >= 0 && !isBetter)
          faults.push({ parameters: { found: target.slice(start, end), wanted }, start, end });
      }
      return faults;
    }),
};

const ABBREVIATED = /\p{Ll}\p{Lu}{2,}$/u;
const LETTER = /[\p{L}\p{N}_]/u;

function wordAt(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + word.length))) return at;
  }
  return -1;
}
