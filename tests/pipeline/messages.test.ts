/** Messages of other styles than i18next's, through the commands. */
import { parse } from '@formatjs/icu-messageformat-parser';
import { expect, it } from 'vitest';
import { temporaryProject } from '../commands/temporary-project.ts';

const CONFIG = { sourceLanguage: 'en', targetLanguages: ['ru', 'ja'], engine: 'pseudo' };

it('ICU messages get the forms of each language, with their arguments', async () => {
  const source = {
    files: '{count, plural, =0 {No files} one {# file} other {# files}} of {owner}',
    who: '{gender, select, male {He likes it} other {They like it}}',
    broken: '{n, plural, one {# thing}',
    item_one: '{{count}} apple',
    item_other: '{{count}} apples',
    ref: 'You own $t(item_one) now',
  };
  const project = temporaryProject({
    'l10n.config.json': JSON.stringify(CONFIG),
    'source/app.json': JSON.stringify(source).replace('{', '{"big": 12345678901234567890, '),
  });
  const { code, report } = await project.translate();
  expect(code).toBe(1);
  expect(report.failed.map(({ key, language }) => `${key} ${language}`)).toEqual(['broken ru', 'broken ja']);
  const russian = project.json('locales/ru/app.json');
  expect(russian['broken']).toBeUndefined();
  expect(String(russian['files'])).toMatch(
    /^\{count, plural, =0 \{⟦.*\{owner\}.*⟧\} one \{.*#.*\{owner\}.*\} few \{.*\} many \{.*\} other \{.*\}\}$/,
  );
  expect(String(project.json('locales/ja/app.json')['files'])).toMatch(
    /^\{count, plural, =0 \{[^{}]*\{owner\}[^{}]*\} other \{[^{}]*\{owner\}[^{}]*\}\}$/,
  );
  for (const key of ['files', 'who']) expect(() => parse(String(russian[key]))).not.toThrow();
  expect(String(russian['who'])).not.toMatch(/likes|They/);
  expect(project.read('locales/ru/app.json')).toContain('"big": 12345678901234567890');
  const check = await project.run('check');
  expect(check.stdout + check.stderr).toContain('$t(item_one) names a form that ja does not have');
  expect(check.stdout + check.stderr).not.toContain('names a form that ru');
  const again = await project.translate();
  expect(again.report).toMatchObject({ characters: 0 });
}, 30_000);

it('a person writes a message in their own way', async () => {
  const project = temporaryProject({
    'l10n.config.json': JSON.stringify({ ...CONFIG, targetLanguages: ['es'] }),
    'source/app.json': '{"days": "{days, plural, one {{days} day left} other {{days} days left}}"}',
    'locales/es/app.json': '{"days": "{days, plural, one {Queda # día} other {Quedan # días} }"}',
  });
  const { code, report } = await project.translate();
  expect([code, report.failed]).toEqual([0, []]);
  const check = await project.run('check');
  expect(check.stderr).toContain('0 errors');
}, 30_000);
