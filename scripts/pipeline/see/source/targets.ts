import type { Configuration } from '../../../project/configuration.ts';

/**
 * Project languages but one: what a file in that language is translated into. A regional variant is a language of its
 * own with files of its own, even where its texts are only copied.
 */
export function targetsOf(configuration: Configuration, language: string): string[] {
  return [configuration.sourceLanguage, ...configuration.targetLanguages].filter((tag) => tag !== language);
}
