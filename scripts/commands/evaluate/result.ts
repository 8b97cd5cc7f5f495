/** What an evaluation found, as data; as a table, as JSON. */
import { signatures, type Measures } from '../../evaluation/measure.ts';
import { table } from '../../project/table.ts';

export interface ResultRow {
  /** What the row is of, one a name: language and engine; or what a history is grouped by. */
  readonly names: readonly string[];
  /** Texts with a reference, and those of them that the system could do; of a history the same. */
  readonly texts: number;
  readonly answered: number;
  /** Undefined where there is nothing to measure. */
  readonly measures: Measures | undefined;
}

export interface EvaluationResult {
  /** Where the references come from. */
  readonly of: 'reviewed' | 'references' | 'history';
  /** What the names of the rows are. */
  readonly groups: readonly string[];
  readonly rows: readonly ResultRow[];
  /** Names of tokenizers. */
  readonly tokenizers: readonly string[];
  /** Sentences that must stand beside the figures. */
  readonly notes: readonly string[];
}

export function resultTable({ of, groups, rows, tokenizers, notes }: EvaluationResult): string {
  if (rows.length === 0) return notes.join('\n');
  const isHistory = of === 'history';
  const head = [...groups, ...(isHistory ? ['units', 'unchanged'] : ['texts', 'done', 'equal'])];
  const cells = rows.map(({ names, texts, answered, measures }) => [
    ...names,
    ...(isHistory ? [texts] : [texts, answered]),
    measures?.equal ?? '',
    ...(measures === undefined ? ['', '', ''] : [measures.bleu, measures.chrf, measures.edits].map(twoDecimals)),
  ]);
  return [
    table([...head, 'BLEU', 'chrF2', 'edits %'], cells),
    '',
    ...(tokenizers.length === 0 ? [] : legend(tokenizers, isHistory)),
    ...notes,
  ].join('\n');
}

/** The figures' definitions, so that nobody compares what cannot be compared. */
function legend(tokenizers: readonly string[], isHistory: boolean): string[] {
  const { bleu, chrf } = signatures(tokenizers.join(','));
  const whole = isHistory ? 'approved text' : 'reference';
  return [
    `BLEU ${bleu}; chrF2 ${chrf}: higher is better, as sacreBLEU computes them.`,
    `edits %: tokens to insert, take out or replace for each 100 of the ${whole}: lower is better.`,
  ];
}

export function resultJson({ of, groups, rows, tokenizers, notes }: EvaluationResult): string {
  const shown = rows.map(({ names, texts, answered, measures }) => ({
    ...Object.fromEntries(groups.map((group, index) => [group, names[index]])),
    texts,
    answered,
    ...(measures === undefined
      ? {}
      : {
          measured: measures.segments,
          equal: measures.equal,
          bleu: rounded(measures.bleu),
          chrf: rounded(measures.chrf),
          edits: rounded(measures.edits),
        }),
  }));
  return JSON.stringify({ of, rows: shown, signatures: signatures(tokenizers.join(',')), notes }, null, 2);
}

function twoDecimals(figure: number): string {
  return figure.toFixed(2);
}

function rounded(figure: number): number {
  return Number(twoDecimals(figure));
}
