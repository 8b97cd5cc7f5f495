/** DESIGN, On disk: records of the first version hold hashes of 48 bits; two texts with one of them are found in seconds. */
import { expect, it } from 'vitest';
import { temporaryProject } from '../commands/project-in-process.ts';
import { recordLine } from '../commands/temporary-project.ts';

const RECORD = 'locales/.review/it/s.json';
const PAYS = 'Pidalasi always pays the refund.';
const NEVER = 'Pitetesi never pays any refund.';

it('reads former records: nothing is made anew, and nothing of a machine becomes a person’s', async () => {
  const project = temporaryProject({
    'source/s.json': '{"a": "A blue door", "b": "A red door", "c": "Green doors here"}\n',
    'source/a.md': '# A head\n\nSome text of exosomes.\n',
    'glossary/t.csv': 'concept,language,term\ne,en,exosomes\ne,it,esosomi\n',
    'l10n.config.json': '{"sourceLanguage": "en", "targetLanguages": ["it"], "engine": "pseudo"}',
  });
  await project.translate();
  project.write('locales/it/s.json', project.read('locales/it/s.json').replace(/"c": ".*"/, '"c": "Porte verdi"'));
  await project.translate();
  for (const file of [RECORD, 'locales/.review/it/a.json']) {
    const text = project.read(file);
    expect(text).toMatch(/"target":"[\w-]{16}"/);
    project.write(file, text.replaceAll(/"(source|target|terms|outline|body)":"([\w-]{8})[\w-]{8}"/g, '"$1":"$2"'));
  }
  const { code, report } = await project.translate();
  expect({ code, ...report.languages['it'] }).toMatchObject({ code: 0, machine: 0, unchanged: 5, human: 1 });
  expect(recordLine(project, RECORD, 'a')).toMatchObject({ state: 'translated', origin: 'pseudo' });
  expect(recordLine(project, 'locales/.review/it/a.json', 'body.a-head.p1')).toMatchObject({ origin: 'pseudo' });
  expect(recordLine(project, RECORD, 'c')).toMatchObject({ origin: 'person' });
  // What is written anew has whole hashes.
  project.write('source/s.json', '{"a": "A white door", "b": "A red door", "c": "Green doors here"}\n');
  expect((await project.translate()).report.languages['it']).toMatchObject({ machine: 1 });
  for (const key of ['a', 'b', 'c']) expect(recordLine(project, RECORD, key)['target']).toMatch(/^[\w-]{16}$/);
}, 20_000);

it('sees that a source became another one with the same 48 bits', async () => {
  const project = temporaryProject({ 'source/s.json': JSON.stringify({ a: PAYS }) });
  await project.translate('--to', 'it');
  project.write('source/s.json', JSON.stringify({ a: NEVER }));
  const { report } = await project.translate('--to', 'it');
  expect(report.languages['it']).toMatchObject({ machine: 1 });
});
