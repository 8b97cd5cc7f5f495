/** What is written in the repository from the tables of engines, formats and checks: `npm run tables`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/mini';
import { ACROSS, RULES, THEMES } from '../checks/index.ts';
import type { Rule } from '../checks/check.ts';
import { ENGINES } from '../engines/index.ts';
import { FORMATS } from '../formats/index.ts';
import { configurationSchema } from '../project/configuration.ts';
import { ENGINE_NAMES } from '../project/engine-names.ts';

export interface GeneratedFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly content: string;
}

const NAMES = 'scripts/project/engine-names.ts';
const RULES_PAGE = 'scripts/checks/README.md';
const SCHEMA = 'scripts/project/l10n.schema.json';

/**
 * The files as they should be.
 * @param repository that README is read from: only its tables are replaced.
 */
export async function generatedFiles(repository: string): Promise<readonly GeneratedFile[]> {
  const { format, resolveConfig } = await import('prettier');
  const style = await resolveConfig(join(repository, 'README.md'));
  const pretty = (text: string, parser: string): Promise<string> => format(text, { ...style, parser });
  const names = ['auto', ...ENGINES.map(({ name }) => name)];
  const code = `/** Made by \`npm run tables\` from engines/index.ts: the names that a configuration may hold. */
export const ENGINE_NAMES = ${JSON.stringify(names)} as const;`;
  const readme = withTables(readFileSync(join(repository, 'README.md'), 'utf8'), {
    format: FORMATS.map(({ name, files }) => [`\`${name}\``, files]),
    'checks of': Object.entries({ ...THEMES, 'a file': ACROSS }).map(([theme, checks]) => [
      theme,
      checks.map(({ name }) => `\`${name}\``).join(', '),
    ]),
    engine: await Promise.all(ENGINES.map(async ({ name, load }) => [`\`${name}\``, (await load()).description])),
  });
  // The schema in this process still has the names that were compiled into it.
  const compiled = JSON.stringify(ENGINE_NAMES);
  const withNames = (key: string, value: unknown): unknown =>
    key === 'enum' && JSON.stringify(value) === compiled ? names : value;
  return [
    { path: NAMES, content: await pretty(code, 'typescript') },
    { path: SCHEMA, content: await pretty(JSON.stringify(z.toJSONSchema(configurationSchema), withNames, 2), 'json') },
    { path: 'README.md', content: await pretty(readme, 'markdown') },
    { path: RULES_PAGE, content: await pretty(rulesPage(), 'markdown') },
  ];
}

/** All that can be found, one rule a line. */
function rulesPage(): string {
  const policy = ({ severity, refuses, offline }: Rule): string =>
    [
      severity,
      ...(refuses ? ['a machine’s text is not written'] : []),
      ...(offline ? [] : ['kept with the record']),
    ].join('; ');
  const rows = RULES.map((rule) => row([`\`${rule.name}\``, rule.description, policy(rule)]));
  return `# Rules

Made by \`npm run tables\` from the table of rules in \`index.ts\`. In a person’s text some errors are warnings: each check says so.

| rule | what must hold | else |
| ---- | -------------- | ---- |
${rows.join('')}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
}

/** @param tables rows of name and words, by the first word of the table's head. */
function withTables(text: string, tables: Readonly<Record<string, readonly (readonly string[])[]>>): string {
  return Object.entries(tables).reduce((all, [head, rows]) => {
    const table = new RegExp(`(^\\| ${head} +\\|.*\\n\\| -+ .*\\n)(?:\\|.*\\n)*`, 'm');
    const lines = rows.map(row);
    return all.replace(table, (_, start: string) => start + lines.join(''));
  }, text);
}
