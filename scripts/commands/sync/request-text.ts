/** The words of a request and of its commit: what is proposed, what needs a look, how to review it. */
import type { UnitDispute } from './merge-branches.ts';
import type { LanguageProposal, Proposal, ProposedUnit } from './proposal.ts';

/** Longest text shown of a unit, in characters. */
const LONGEST = 400;

/** Most lines of a list. */
const LINES = 20;

/** One line: `Translations: 12 new, 3 changed`. */
export function titleOf({ languages }: Proposal): string {
  const sum = (count: (one: LanguageProposal) => number): number => languages.reduce((all, one) => all + count(one), 0);
  const parts = [
    [sum(({ fresh }) => fresh), 'new'],
    [sum(({ changed }) => changed), 'changed'],
  ].flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`]));
  return parts.length === 0 ? 'Translations: records brought up to date' : `Translations: ${parts.join(', ')}`;
}

/**
 * Markdown for the request.
 * @param branch where a reviewer edits.
 * @param refusals why something could not be translated, one line each.
 */
export function bodyOf(
  proposal: Proposal,
  {
    branch,
    refusals,
    disputes,
  }: { readonly branch: string; readonly refusals: readonly string[]; readonly disputes: readonly UnitDispute[] },
): string {
  const { languages, units, errors } = proposal;
  return [
    ...table(languages),
    ...list('Not everything could be translated', refusals),
    ...list(
      'Two people wrote these texts; the one that stays, and the one that waits beside it as a suggestion',
      disputes.map(disputeLine),
    ),
    ...list('What the gate finds wrong', errors.map(escape)),
    ...(units.length === 0 ? [] : ['', '### Look at these first', '', ...unitTable(units)]),
    '',
    '### How to review',
    '',
    `Edit the files of the language on the branch \`${branch}\`, in the bundle or in the article beside it, and commit there: what you ` +
      'write is yours and is never replaced, and no commit of yours is ever taken back. `npm run review` is the same with a page; ' +
      '`npm run review -- approve` says that drafts are right as they are. Drafts that nobody touches may be merged, too.',
    '',
  ]
    .join('\n')
    .trimStart();
}

function table(languages: readonly LanguageProposal[]): string[] {
  const rows = languages.map((one) => {
    const { language, engine, fresh, changed, stale, waiting, missing, findings, characters, price } = one;
    const sent = price === undefined || price === 0 ? String(characters) : `${characters} (${price.toFixed(2)} EUR)`;
    return `| ${[language, fresh, changed, stale, waiting, missing, findings, sent, engine].join(' | ')} |`;
  });
  return [
    '| language | new | changed | stale | suggestions | missing | findings | characters sent | engine |',
    '|---|--:|--:|--:|--:|--:|--:|--:|---|',
    ...rows,
  ];
}

function list(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - LINES;
  return [
    '',
    `**${title}:**`,
    '',
    ...lines.slice(0, LINES).map((line) => `- ${line}`),
    ...(rest > 0 ? [`- … and ${rest} more`] : []),
  ];
}

function disputeLine({ language, namespace, key, kept, waiting }: UnitDispute): string {
  return `${escape(`${language} ${namespace} ${key}`)}: “${escape(cut(kept))}” — “${escape(cut(waiting))}”`;
}

function unitTable(units: readonly ProposedUnit[]): string[] {
  const rows = units.map(({ language, file, key, source, target, findings }) => {
    const notes = findings.slice(0, 3).map((finding) => `<br>⚠️ ${escape(cut(finding))}`);
    return `| ${escape(language)}<br>${escape(file)}<br>${escape(key)}${notes.join('')} | ${escape(cut(source))} | ${escape(cut(target))} |`;
  });
  return ['| where | source | target |', '|---|---|---|', ...rows];
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`;
}

/** Texts are data: none of them becomes markup, a mention or a reference of the page. */
function escape(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\\`*_{}[\]()#+!|<>~@$:&]/g, (character) => `&#${character.codePointAt(0)};`);
}
