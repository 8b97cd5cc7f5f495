/** The options of `npm run translate`, read and checked. */
import type { Invocation, OptionHelp } from '../project/entry.ts';
import { UsageError } from '../project/errors.ts';
import { canonicalLanguage } from '../project/languages.ts';
import { nearest } from '../project/nearest.ts';
import { checkEngineName } from '../pipeline/ask/choose-engine.ts';
import type { Project } from '../pipeline/see/project.ts';
import type { TranslateOptions } from '../pipeline/job.ts';

export const translateOptions: Readonly<Record<string, OptionHelp>> = {
  to: { type: 'string', value: 'es,it', help: 'only these target languages' },
  only: { type: 'string', value: 'GLOB', help: 'only these files of source/' },
  engine: { type: 'string', value: 'NAME', help: 'this engine in place of the configured one' },
  redo: { type: 'optional', value: 'ENGINE', help: 'make machine text anew; with a name: only that engine’s' },
  'dry-run': { type: 'boolean', help: 'say what would be sent; ask nobody, write nothing' },
  'max-characters': { type: 'string', value: 'N', help: 'stop before more than N characters are sent' },
  concurrency: { type: 'string', value: 'N', help: 'requests in flight at most' },
  'keep-equal': { type: 'boolean', help: 'at first sight: sentences equal to their source are translations' },
  'accept-suggestions': { type: 'boolean', help: 'waiting suggestions take the place of the texts beside them' },
  watch: { type: 'boolean', help: 'go on, and translate each source when it is saved' },
  prune: { type: 'boolean', help: 'remove bundles and articles whose source file is gone' },
};

/** @throws UsageError for an unknown language or number. */
export function readTranslateOptions(invocation: Invocation, project: Project): TranslateOptions {
  const redoOf = invocation.text('redo');
  if (redoOf !== undefined && redoOf !== '') checkEngineName(redoOf);
  return {
    to: languagesOption(invocation.text('to'), project),
    only: invocation.text('only'),
    redo: redoOf === undefined ? false : redoOf === '' ? true : redoOf,
    dryRun: invocation.flag('dry-run'),
    maxCharacters: numberOption(invocation, 'max-characters', 0),
    concurrency: numberOption(invocation, 'concurrency', 1),
    keepEqual: invocation.flag('keep-equal'),
    acceptSuggestions: invocation.flag('accept-suggestions'),
    prune: invocation.flag('prune'),
  };
}

/** The engine that `--engine` names. @throws UsageError when there is none of that name. */
export function engineOption(invocation: Invocation): string | undefined {
  const engine = invocation.text('engine');
  if (engine !== undefined) checkEngineName(engine);
  return engine;
}

/** A comma-separated list of languages of the project. @throws UsageError for one that is not. */
export function languagesOption(text: string | undefined, { configuration }: Project): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const known = [configuration.sourceLanguage, ...configuration.targetLanguages];
  return text.split(',').map((tag) => {
    const language = canonicalLanguage(tag.trim());
    if (language !== undefined && known.includes(language)) return language;
    const near = nearestLanguage(tag.trim(), configuration.targetLanguages);
    throw new UsageError(`"${tag.trim()}" is no language of this project.`, {
      remedy: `Its languages: ${known.join(', ')}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
    });
  });
}

/** `pt` means `pt-BR` where that is the project's; else the tag that looks most like it. */
function nearestLanguage(tag: string, targets: readonly string[]): string | undefined {
  const [base = ''] = tag.toLowerCase().split(/[-_]/, 1);
  return targets.find((target) => target.toLowerCase().split('-', 1)[0] === base) ?? nearest(tag, targets);
}

function numberOption(invocation: Invocation, name: string, least: number): number | undefined {
  const text = invocation.text(name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new UsageError(`--${name} takes a whole number of at least ${least}, not "${text}".`);
}
