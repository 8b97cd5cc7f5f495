/**
 * BLEU and chrF2 beside sacreBLEU's, on outputs of many engines. Neither is in this repository: GLOSSA_SACREBLEU names the
 * program (2.6 or newer), GLOSSA_MT_OUTPUTS the folder `evaluation` of the public repository mozilla/firefox-translations-models.
 */
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod/mini';
import type { Figure } from '../../bench/figure.ts';
import { measure } from '../../evaluation/measure.ts';
import { tokenizerFor } from '../../evaluation/tokenizers/index.ts';
import { UsageError } from '../../project/errors.ts';
import type { Desk } from '../desk.ts';

const run = promisify(execFile);

/** Engines' outputs that are compared, at least. */
const LEAST = 36;
/** From here to two equal decimals. */
const ROUNDING = 0.005;
/** Of each pair of languages these sets; so many languages have their turn. */
const SETS = ['flores-test'];
const PAIRS = [
  'en-es',
  'en-it',
  'en-fr',
  'en-de',
  'en-pt',
  'en-ca',
  'en-ru',
  'en-cs',
  'en-zh',
  'en-ja',
  'en-ar',
  'zh-en',
];

const scores = z.array(z.object({ name: z.string(), score: z.number() }));

export async function evaluation(desk: Desk): Promise<readonly Figure[]> {
  const [program, folder] = [process.env['GLOSSA_SACREBLEU'], process.env['GLOSSA_MT_OUTPUTS']];
  if (program === undefined || folder === undefined) {
    throw new UsageError('GLOSSA_SACREBLEU and GLOSSA_MT_OUTPUTS are not set.', {
      remedy:
        'They name the program sacrebleu, and the folder evaluation of a clone of github.com/mozilla/firefox-translations-models.',
    });
  }
  let count = 0;
  const most = { bleu: 0, chrf: 0 };
  for (const pair of PAIRS) {
    for (const { reference, outputs } of await outputsOf(join(folder, pair), pair.split('-')[1] ?? '')) {
      for (const output of outputs) {
        desk.signal.throwIfAborted();
        const tokenizer = tokenizerFor(pair.split('-')[1] ?? '');
        const theirs = await scoresOf(program, reference, output, tokenizer);
        const ours = await ownScores(reference, output, tokenizer);
        desk.note(
          `${pair} ${output.slice(folder.length)}: BLEU ${ours.bleu} ${theirs.bleu}, chrF2 ${ours.chrf} ${theirs.chrf}`,
        );
        count += 1;
        most.bleu = Math.max(most.bleu, Math.abs(ours.bleu - theirs.bleu));
        most.chrf = Math.max(most.chrf, Math.abs(ours.chrf - theirs.chrf));
      }
    }
  }
  return [
    { figure: 'outputs compared', measured: count, unit: '', least: LEAST },
    { figure: 'BLEU: largest difference, of two decimals', measured: most.bleu, unit: '', most: ROUNDING },
    { figure: 'chrF2: largest difference, of two decimals', measured: most.chrf, unit: '', most: ROUNDING },
  ];
}

/** Files are named `flores-dev.es` and `flores-dev.google.es`. */
async function outputsOf(folder: string, language: string): Promise<{ reference: string; outputs: string[] }[]> {
  const files = (await readdir(folder)).toSorted();
  return SETS.map((set) => ({
    reference: join(folder, `${set}.${language}`),
    outputs: files
      .filter((file) => file.startsWith(`${set}.`) && file.endsWith(`.${language}`) && file.split('.').length === 3)
      .map((file) => join(folder, file)),
  }));
}

interface Scores {
  readonly bleu: number;
  readonly chrf: number;
}

async function scoresOf(program: string, reference: string, output: string, tokenizer: string): Promise<Scores> {
  const words = [reference, '-i', output, '-m', 'bleu', 'chrf', '-tok', tokenizer, '-f', 'json', '-w', '2', '--force'];
  const { stdout } = await run(program, words, { maxBuffer: 1 << 24 });
  const found = scores.parse(JSON.parse(stdout));
  const score = (name: string): number => found.find((one) => one.name === name)?.score ?? Number.NaN;
  return { bleu: score('BLEU'), chrf: score('chrF2') };
}

async function ownScores(reference: string, output: string, tokenizer: string): Promise<Scores> {
  const [references, outputs] = await Promise.all(
    [reference, output].map(async (file) => (await readFile(file, 'utf8')).replace(/\n$/, '').split('\n')),
  );
  const pairs = (outputs ?? []).map((line, index) => ({
    output: line,
    reference: references?.[index] ?? '',
    tokenizer,
  }));
  const { bleu = 0, chrf = 0 } = measure(pairs) ?? {};
  return { bleu: Number(bleu.toFixed(2)), chrf: Number(chrf.toFixed(2)) };
}
