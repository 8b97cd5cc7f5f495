/** The rules of each leg, loaded with the leg. */
import { choiceTable, type ChoiceTable } from './choices.ts';
import type { Phrase, Rule } from './rule.ts';
import { wordTable, type WordTable } from './words.ts';

export interface LegRules {
  /** Words that the dictionary lacks. */
  readonly words: WordTable;
  /** Before the tagger: which readings it may choose from. */
  readonly analysed: readonly Rule[];
  /** After the dictionary: which translation of a word is taken. */
  readonly choices: ChoiceTable;
  /** The same where the neighbours decide. */
  readonly translated: readonly Rule[];
  /** Before generation: agreement, order, what the target language wants. */
  readonly transferred: readonly Rule[];
  readonly phrases: readonly Phrase[];
}

const NONE: LegRules = {
  words: { lemmas: new Set(), readings: new Map(), choices: new Map() },
  analysed: [],
  choices: new Map(),
  translated: [],
  transferred: [],
  phrases: [],
};

/** @param mode a leg's, `eng-spa`. */
export async function rulesOf(mode: string): Promise<LegRules> {
  if (mode === 'eng-spa') {
    const [
      { englishWords },
      { englishReadings },
      { englishToSpanish, spanishChoices },
      { spanishFromEnglish, spanishPhrases },
    ] = await Promise.all([
      import('./english-words.ts'),
      import('./english-readings.ts'),
      import('./english-to-spanish.ts'),
      import('./spanish-from-english.ts'),
    ]);
    const words = wordTable(englishWords);
    return {
      words,
      analysed: englishReadings,
      choices: new Map([...choiceTable(spanishChoices), ...words.choices]),
      translated: englishToSpanish,
      transferred: spanishFromEnglish,
      phrases: spanishPhrases,
    };
  }
  if (mode.startsWith('spa-') || mode.startsWith('es-')) {
    const { spanishReadings } = await import('./spanish-readings.ts');
    if (mode === 'spa-ita') {
      const { italianChoices, italianWords, spanishToItalian } = await import('./spanish-to-italian.ts');
      const { italianPhrases } = await import('./italian.ts');
      const words = wordTable(italianWords, false);
      return {
        ...NONE,
        words,
        analysed: spanishReadings,
        choices: new Map([...choiceTable(italianChoices), ...words.choices]),
        translated: spanishToItalian,
        phrases: italianPhrases,
      };
    }
    if (mode === 'es-fr') {
      const { frenchChoices, frenchWords, spanishToFrench } = await import('./spanish-to-french.ts');
      const { frenchRules } = await import('./french.ts');
      const words = wordTable(frenchWords, false);
      return {
        ...NONE,
        words,
        analysed: spanishReadings,
        choices: new Map([...choiceTable(frenchChoices), ...words.choices]),
        translated: spanishToFrench,
        transferred: frenchRules,
      };
    }
    if (mode.startsWith('es-pt')) {
      const { portugueseWords } = await import('./spanish-to-portuguese.ts');
      const words = wordTable(portugueseWords, false);
      return { ...NONE, words, analysed: spanishReadings, choices: words.choices };
    }
    return { ...NONE, analysed: spanishReadings };
  }
  return NONE;
}
