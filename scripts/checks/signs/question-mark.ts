import { baseLanguage } from '../../project/languages.ts';
import { WARNS, type Check, type TextPair } from '../check.ts';
import { textOf } from '../finding.ts';
import { onTexts, type TextFault } from '../on-texts.ts';
import { HIGH_MARK, QUESTION } from '../traits.ts';

/** A mark that ends words; not the one of an address, of a wildcard, of `??`. */
const MARK = /(?<=[\p{L}\p{M}\p{N}"'”’»)\]）」』\ufffc][ \u00a0\u202f]?)[?？؟](?![?=&*.\p{L}\p{N}])/u;
const GREEK = /(?<=[\p{L}"'”»)])[?;](?=["'”»)\]]*(?:\s|$))/u;
/** A particle asks there, and the sentence ends as any other. */
const ASKS_IN_WORDS: ReadonlySet<string> = new Set(['my', 'th', 'lo', 'km']);
const QUOTED = /^[?？؟]['"’”»“」』]/u;
const GUESS = /, (?:possibly|perhaps|maybe|probably)\b[^.?!]*\?/i;
const REQUEST: ReadonlyMap<string, RegExp> = new Map([
  ['zh', /请|請/u],
  ['ja', /ください|下さい/u],
]);
const ANY = -1;

export const questionMark: Check = {
  ...WARNS,
  name: 'question-mark',
  description: 'a question is a question in the target too, and nothing else becomes one',
  say: (parameters) =>
    textOf(parameters, 'fault') === 'extra' ? 'asks, its source does not' : 'does not ask, its source does',
  run: (input) => onTexts(input, ANY, (pair) => find(pair, baseLanguage(input.targetLanguage))),
};

function find({ source, target, sourceHas, targetHas }: TextPair, base: string): readonly TextFault[] | undefined {
  const asksAtAll = base === 'el' ? QUESTION | HIGH_MARK : QUESTION;
  if (((sourceHas | targetHas) & asksAtAll) === 0 || source === '') return undefined;
  const asked = source.search(MARK);
  const asks = target.search(base === 'el' ? GREEK : MARK);
  if (asked < 0 === asks < 0) return undefined;
  // A guess is no question: `…, possibly a bug?`
  if (asks < 0 && GUESS.test(source)) return undefined;
  // Some mark is there, in a place where it says less than a question.
  if (asks < 0 && (/[?？؟;՞]/u.test(target) || ASKS_IN_WORDS.has(base))) return undefined;
  if (asked < 0 && (source.includes('?') || QUOTED.test(target.slice(asks)))) return undefined;
  // What is offered in English (`Try again?`) is asked for there.
  if (asks < 0 && REQUEST.get(base)?.test(target) === true) return undefined;
  return asks < 0
    ? [
        {
          parameters: { fault: 'missing' },
          start: Math.max(0, target.trimEnd().length - 1),
          end: target.trimEnd().length,
        },
      ]
    : [{ parameters: { fault: 'extra' }, start: asks, end: asks + 1 }];
}
