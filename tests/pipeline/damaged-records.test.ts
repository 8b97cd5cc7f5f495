/** Records after bad merges and deletions: no person's text becomes a machine's, and what is taken for theirs is told. */
import { expect, it } from 'vitest';
import { faultsOf, translated } from '../commands/in-process.ts';
import { recordLine, temporaryProject, type TemporaryProject } from '../commands/temporary-project.ts';

const RECORD = 'locales/.review/it/s.json';
const BUNDLE = 'locales/it/s.json';
const LINE = /\{"key":"a",.*\}/;

async function written(): Promise<{ own: TemporaryProject; machines: string }> {
  const own = temporaryProject({
    'l10n.config.json': '{"sourceLanguage": "en", "targetLanguages": ["it"], "engine": "pseudo"}',
    'source/s.json': '{"a": "A text here", "b": "Another text"}\n',
  });
  await translated(own);
  const machines = LINE.exec(own.read(RECORD))?.[0] ?? '';
  own.write(BUNDLE, own.read(BUNDLE).replace(/"a": ".*?"/, '"a": "Un testo mio"'));
  await translated(own);
  return { own, machines };
}

const DAMAGE: readonly [what: string, damage: (record: string, machines: string) => string | undefined][] = [
  ['the line of another branch', (record, machines) => record.replace(LINE, machines)],
  ['both lines', (record, machines) => record.replace(LINE, (line) => `${machines},\n${line}`)],
  ['both lines, the machine’s last', (record, machines) => record.replace(LINE, (line) => `${line},\n${machines}`)],
  ['no line', (record) => record.replace(LINE, '')],
  ['half a line', (record) => record.replace(LINE, '{"key":"a","state":"trans')],
  [
    'conflict markers',
    (record, machines) =>
      record.replace(LINE, (line) => `<<<<<<< HEAD\n${line},\n=======\n${machines},\n>>>>>>> other`),
  ],
  [
    'a machine’s origin and state',
    (record) =>
      record.replace(LINE, (line) =>
        line
          .replace(/"state":"\w+"/, '"state":"translated"')
          .replace(/"target":"[\w-]+"/, '"target":"AAAAAAAAAAAAAAAA"'),
      ),
  ],
  ['no record at all', () => undefined],
];

it.each(DAMAGE)('%s: the person’s text stays theirs, whatever the seal says', async (_, damage) => {
  const { own, machines } = await written();
  const record = damage(own.read(RECORD), machines);
  if (record === undefined) own.remove(RECORD);
  else own.write(RECORD, record);
  const report = await translated(own, { redo: true });
  expect(own.json(BUNDLE)['a']).toBe('Un testo mio');
  expect(recordLine(own, RECORD, 'a')).toMatchObject({ origin: 'person' });
  if (record === undefined) expect(report.firstSight).toMatchObject([{ file: BUNDLE, people: 2 }]);
  own.write('source/s.json', '{"a": "A changed text", "b": "Another text"}\n');
  await translated(own);
  expect(own.json(BUNDLE)['a']).toBe('Un testo mio');
  expect((await faultsOf(own)).filter((fault) => fault.includes('stale'))).toHaveLength(1);
});
