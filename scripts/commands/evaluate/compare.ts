/** Systems side by side: each language's texts, measured for each system. */
import { measure, type Measures } from '../../evaluation/measure.ts';
import { tokenizerFor } from '../../evaluation/tokenizers/index.ts';
import type { EvaluatedSystem, ReferenceText } from './texts.ts';

export interface ComparedRow {
  readonly language: string;
  readonly engine: string;
  readonly texts: number;
  /** Of them, those that this system could do. */
  readonly answered: number;
  /** Over the texts that every system of the language could do; undefined where there are none. */
  readonly measures: Measures | undefined;
  readonly tokenizer: string;
}

/**
 * All systems of a language are measured on the same texts: those that each of them could do. A system that could do none
 * (no key, a refusal) takes nothing away from the others.
 * @param tokenizer undefined: the one that sacreBLEU chooses for the language.
 */
export function compareSystems(
  texts: readonly ReferenceText[],
  systems: readonly EvaluatedSystem[],
  tokenizer: string | undefined,
): ComparedRow[] {
  const languages = [...new Set(texts.map(({ language }) => language))];
  return languages.flatMap((language) => {
    const own = texts.filter((text) => text.language === language);
    const answered = systems.map(({ outputs }) => own.filter((text) => outputs.has(text)));
    const measured = systems.filter((_, index) => answered[index]?.length !== 0);
    const common = own.filter((text) => measured.every(({ outputs }) => outputs.has(text)));
    const tokens = tokenizer ?? tokenizerFor(language);
    return systems.map(({ name, outputs }, index) => {
      const pairs = common.flatMap((text) => {
        const output = outputs.get(text);
        return output === undefined ? [] : [{ output, reference: text.reference, tokenizer: tokens }];
      });
      return {
        language,
        engine: name(language),
        texts: own.length,
        answered: answered[index]?.length ?? 0,
        measures: measure(pairs),
        tokenizer: tokens,
      };
    });
  });
}
