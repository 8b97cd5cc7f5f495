import type { Configuration } from '../project/configuration.ts';
import { sameLanguage } from '../project/languages.ts';

/** Project languages but one: what a file in that language is translated into. */
export function targetsOf(configuration: Configuration, language: string): string[] {
  return [configuration.sourceLanguage, ...configuration.targetLanguages].filter((tag) => !sameLanguage(tag, language));
}
