/** Faults made in good translations: ten kinds, twenty of each, always the same ones. */
import type { HumanPair } from './human-pairs.ts';

export interface PlantedFault {
  readonly kind: string;
  readonly source: string;
  readonly target: string;
  /** Any of these must report it. */
  readonly rules: readonly string[];
}

interface Kind {
  readonly kind: string;
  readonly rules: readonly string[];
  /** The damaged target, or undefined where this pair cannot have the fault. */
  readonly damage: (pair: HumanPair, language: string) => string | undefined;
}

const EACH = 20;
/** From one pair to the next: a prime, so that all are met. */
const STRIDE = 37;
const SPACED = (language: string): boolean => language !== 'ja';

/** The text between tags, so that a fault stands where a reader sees it. */
function inText(target: string, change: (text: string) => string | undefined): string | undefined {
  const parts = target.split(/(<[^>]*>|&\w+;)/);
  for (let index = 0; index < parts.length; index += 2) {
    const changed = change(parts[index] ?? '');
    if (changed !== undefined && changed !== parts[index]) return parts.with(index, changed).join('');
  }
  return undefined;
}

function replaced(text: string, pattern: RegExp, by: string): string | undefined {
  return pattern.test(text) ? text.replace(pattern, by) : undefined;
}

const KINDS: readonly Kind[] = [
  {
    kind: 'a number is another one',
    rules: ['numbers'],
    damage: ({ source, target }) => {
      const number = source.replace(/<[^>]*>/g, ' ').match(/(?<![\p{L}\d.,])\d{2,4}(?![\p{L}\d.,])/u)?.[0];
      if (number === undefined || target.split(number).length !== 2) return undefined;
      return inText(target, (text) =>
        replaced(text, new RegExp(`(?<!\\d)${number}(?!\\d)`), String(Number(number) + 1)),
      );
    },
  },
  {
    kind: 'a tag is not closed',
    rules: ['tags', 'links'],
    damage: ({ target }) => replaced(target, /<\/(?:span|a|b|em|strong|kbd)>/, ''),
  },
  {
    kind: 'a pair is emptied',
    rules: ['tags', 'links'],
    damage: ({ source, target }) =>
      /<span[^>]*><\/span>/.test(source) ? undefined : replaced(target, /(<span[^>]*>)[^<]+(<\/span>)/, '$1$2'),
  },
  {
    kind: 'a placeholder is renamed',
    rules: ['placeholders'],
    damage: ({ target }) => `${target} {{mix}}`,
  },
  {
    kind: 'a word stands twice',
    rules: ['repeated-words'],
    damage: ({ target }, language) =>
      SPACED(language)
        ? inText(target, (text) => replaced(text, /(?<=\s)(\p{Ll}{5,})(?= \p{L})/u, '$1 $1'))
        : undefined,
  },
  {
    kind: 'two spaces follow each other',
    rules: ['double-spaces'],
    damage: ({ source, target }) =>
      source.includes('  ') ? undefined : inText(target, (text) => replaced(text, /(?<=\p{L}) (?=\p{L})/u, '  ')),
  },
  {
    kind: 'a bracket is not closed',
    rules: ['brackets'],
    damage: ({ source, target }) =>
      /^[^()]*\([^()]*\)[^()]*$/.test(source) ? inText(target, (text) => replaced(text, /[)）]/, '')) : undefined,
  },
  {
    kind: 'it is in English',
    rules: ['wrong-language', 'wrong-script', 'same-as-source'],
    damage: ({ source }) =>
      (source.replace(/<[^>]*>/g, '').match(/\b\p{Ll}{2,}\b/gu)?.length ?? 0) >= 8
        ? `${source} Please read this text.`
        : undefined,
  },
  {
    kind: 'most of it is gone',
    rules: ['length-ratio', 'sentence-count', 'end-mark', 'numbers', 'tags'],
    damage: ({ source, target }) => (source.length > 80 ? target.replace(/<[^>]*>/g, '').slice(0, 4) : undefined),
  },
  {
    kind: 'a control turns the direction of writing',
    rules: ['bidi-controls'],
    damage: ({ target }) => inText(target, (text) => replaced(text, /(?<=\p{L})(?=\p{L})/u, '\u202e')),
  },
];

/** Up to two hundred damaged pairs. */
export function plantedFaults(pairs: readonly HumanPair[], language: string): PlantedFault[] {
  return KINDS.flatMap(({ kind, rules, damage }, number) => {
    const found: PlantedFault[] = [];
    for (let turn = 0; turn < pairs.length && found.length < EACH; turn += 1) {
      const pair = pairs[(number + turn * STRIDE) % pairs.length];
      const target = pair === undefined ? undefined : damage(pair, language);
      if (pair !== undefined && target !== undefined) found.push({ kind, rules, source: pair.source, target });
    }
    return found;
  });
}
