/** The options of `npm run evaluate`, read and checked. */
import { TOKENIZERS } from '../../evaluation/tokenizers/index.ts';
import type { Invocation, OptionHelp } from '../../project/entry.ts';
import { UsageError } from '../../project/errors.ts';
import { nearest } from '../../project/nearest.ts';
import { checkEngineName } from '../../pipeline/ask/choose-engine.ts';
import { GROUPS, type Group } from './history/group.ts';

export const evaluateOptions: Readonly<Record<string, OptionHelp>> = {
  to: { type: 'string', value: 'es,it', help: 'only these target languages' },
  only: { type: 'string', value: 'GLOB', help: 'only these files of source/' },
  engine: { type: 'string', value: 'A,B', help: 'engines side by side (default: the configured one)' },
  reference: { type: 'string', value: 'FILE', help: 'people’s translations, one a line, in place of the project’s' },
  source: { type: 'string', value: 'FILE', help: 'the texts of --reference, one a line, for engines to translate' },
  output: { type: 'list', value: 'FILE', help: 'a finished translation of --reference, one a line; again for more' },
  tmx: { type: 'string', value: 'FILE', help: 'texts and references from a TMX, for engines to translate' },
  history: { type: 'boolean', help: 'from git: drafts as committed, against the texts that people approved' },
  by: { type: 'string', value: 'A,B', help: `of --history: ${GROUPS.join(', ')} (default: engine,language)` },
  tokenize: { type: 'string', value: 'NAME', help: `${[...TOKENIZERS.keys()].join(', ')} (default: by language)` },
  chart: { type: 'string', value: 'FILE.svg', help: 'write a bar chart' },
  'max-characters': { type: 'string', value: 'N', help: 'stop before an engine is sent more than N characters' },
  'dry-run': { type: 'boolean', help: 'say what would be sent; ask nobody' },
};

export const evaluateExamples = [
  '',
  '--engine apertium,firefox,deepl --to es,it --chart quality.svg',
  '--tmx memory.tmx --to fr --engine firefox,openai',
  '--source news.en --reference news.es --to es --engine apertium',
  '--reference news.es --output google.es --output firefox.es',
  '--history --by engine,month',
];

export interface EvaluateOptions {
  readonly engines: readonly string[];
  readonly only: string | undefined;
  readonly reference: string | undefined;
  readonly source: string | undefined;
  readonly outputs: readonly string[];
  readonly tmx: string | undefined;
  readonly isHistory: boolean;
  readonly by: readonly Group[];
  readonly tokenizer: string | undefined;
  readonly chart: string | undefined;
  readonly maxCharacters: number | undefined;
  readonly dryRun: boolean;
}

/** @throws UsageError for options that do not go together, and unknown names. */
export function readEvaluateOptions({ text, flag, list }: Invocation): EvaluateOptions {
  const engines = namesIn(text('engine'));
  engines.forEach(checkEngineName);
  const options = {
    engines,
    only: text('only'),
    reference: text('reference'),
    source: text('source'),
    outputs: list('output'),
    tmx: text('tmx'),
    isHistory: flag('history'),
    by: groupsIn(text('by')),
    tokenizer: known(text('tokenize'), [...TOKENIZERS.keys()], 'tokenizer'),
    chart: text('chart'),
    maxCharacters: charactersIn(text('max-characters')),
    dryRun: flag('dry-run'),
  };
  refuseMixture(options, text('by') !== undefined);
  return options;
}

function refuseMixture(options: EvaluateOptions, isGrouped: boolean): void {
  const { reference, source, outputs, tmx, isHistory, engines, only, chart } = options;
  const refuse = (message: string, remedy = 'See --help.'): never => {
    throw new UsageError(message, { remedy });
  };
  const isGiven = reference !== undefined || tmx !== undefined;
  if ([isHistory, tmx !== undefined, reference !== undefined].filter(Boolean).length > 1)
    refuse('--history, --tmx and --reference are three ways of evaluating.', 'Give one of them.');
  if (reference === undefined && (source !== undefined || outputs.length > 0))
    refuse('--source and --output need --reference.', 'It names the file with people’s translations, line by line.');
  if (reference !== undefined && source === undefined && outputs.length === 0)
    refuse('--reference alone says nothing.', 'Add --output FILE, or --source FILE for an engine to translate.');
  if (source === undefined && reference !== undefined && engines.length > 0)
    refuse('--engine needs the texts to translate.', 'Add --source FILE.');
  if (isHistory && (engines.length > 0 || options.dryRun || options.maxCharacters !== undefined))
    refuse('--history asks no engine.', 'Leave --engine, --dry-run and --max-characters out.');
  if (isGrouped && !isHistory) refuse('--by is for --history.');
  if (isGiven && only !== undefined) refuse('--only is for the project’s own files.');
  if (chart !== undefined && !chart.endsWith('.svg'))
    refuse(`${chart} is no name of a picture.`, 'Give it .svg at its end.');
}

function namesIn(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [...new Set(text.split(',').map((name) => name.trim()))];
}

function groupsIn(text: string | undefined): readonly Group[] {
  if (text === undefined) return ['engine', 'language'];
  return namesIn(text).map((name) => {
    const group = GROUPS.find((one) => one === known(name, GROUPS, 'group'));
    return group ?? 'engine';
  });
}

function known(name: string | undefined, names: readonly string[], what: string): string | undefined {
  if (name === undefined || names.includes(name)) return name;
  const near = nearest(name, names);
  throw new UsageError(`"${name}" is no ${what}.`, {
    remedy: near === undefined ? `Known: ${names.join(', ')}.` : `Did you mean ${near}?`,
  });
}

function charactersIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(number) && number >= 0) return number;
  throw new UsageError(`--max-characters takes a whole number of at least 0, not "${text}".`);
}
