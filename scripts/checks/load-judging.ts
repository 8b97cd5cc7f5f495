/** What judging needs beside a unit, for a project. */
import type { Configuration } from '../project/configuration.ts';
import type { JudgeOptions } from './check.ts';
import { RULES } from './index.ts';
import { loadOwnChecks } from './own-checks.ts';
import { judgeDetector } from './words/source-language.ts';

/** @throws ConfigurationError for a check of the project's own that cannot be loaded */
export async function loadJudging(
  root: string,
  {
    sourceLanguage,
    targetLanguages,
    ownChecks,
    limitOf,
  }: Pick<Configuration, 'sourceLanguage' | 'targetLanguages' | 'ownChecks' | 'limitOf'>,
): Promise<JudgeOptions> {
  const taken = RULES.map(({ name }) => name);
  return {
    own: await loadOwnChecks(root, ownChecks, taken),
    limitOf,
    detect: await judgeDetector([sourceLanguage, ...targetLanguages]),
  };
}
