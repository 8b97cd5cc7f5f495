import type { CheckFormat, CheckOutcome, PlacedFinding } from './check-format.ts';
import { about, grouped, place, worstFirst } from './order.ts';

/** GitHub shows ten annotations of a step, and drops the rest without a word. */
const SHOWN = 10;

/** A step's page holds 1 MiB; so many rows stay far below it, and no person reads more. */
const ROWS = 200;

/** Longest message of a row or annotation, in characters. */
const LONGEST = 500;

/** Annotations in the lines of a pull request's diff, the worst first; all of them in a table on the step's page. */
export const github: CheckFormat = {
  name: 'github',
  description: 'annotations for GitHub Actions, and a table on the step’s page',
  print({ findings, folder }) {
    const shown = worstFirst(grouped(findings)).slice(0, SHOWN);
    return shown.map((finding) => annotation(finding, folder)).join('\n');
  },
  stepSummary,
};

function annotation(finding: PlacedFinding, folder: string): string {
  const { severity, file, line, column, endColumn, rule, message } = finding;
  const properties = [
    ['file', `${folder}${file}`],
    // Without a line GitHub hangs an annotation on the file's first.
    ['line', line],
    ['col', column],
    ['endColumn', endColumn],
    ['title', rule],
  ] as const;
  const said = properties.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${property(String(value))}`],
  );
  return `::${severity} ${said.join(',')}::${escape(cut(`${about(finding)}${message}`))}`;
}

/** As the runner reads workflow commands: `%`, CR and LF escaped, in properties also `:` and `,`. */
function escape(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`;
}

function stepSummary({ findings, summary }: CheckOutcome): string {
  const rows = worstFirst(grouped(findings));
  const table = rows.slice(0, ROWS).map((finding) => {
    const { severity, rule, language = '', key = '', message } = finding;
    const mark = severity === 'error' ? '❌' : '⚠️';
    return `| ${[`${mark} ${rule}`, cell(place(finding)), language, cell(key), cell(cut(message))].join(' | ')} |`;
  });
  const rest = rows.length - table.length;
  return [
    '### Translations',
    '',
    summary,
    ...(table.length === 0
      ? []
      : ['', '| finding | place | language | unit | what |', '|---|---|---|---|---|', ...table]),
    ...(rest > 0 ? ['', `… and ${rest} more: \`npm run -s check\` lists all.`] : []),
    '',
  ].join('\n');
}

/** A translation must never become markup of the page it is shown on. */
function cell(text: string): string {
  return text
    .replace(/[\r\n\t\u0000-\u001f\u007f]+/g, ' ')
    .replace(/[\\`*_{}[\]()#+!|<>~@$:&]/g, (character) => `&#${character.codePointAt(0)};`);
}
