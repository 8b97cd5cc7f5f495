import { expect, it } from 'vitest';
import { temporaryProject } from '../commands/temporary-project.ts';
import { parseRecord } from '../../scripts/locales/record.ts';

it('a record that a newer version wrote is refused by name, and left as it is', async () => {
  const project = temporaryProject({ 'source/s.json': '{"a": "A blue door"}', 'source/t.json': '{"a": "A red door"}' });
  await project.translate('--to', 'it');
  const file = 'locales/.review/it/s.json';
  const newer = project.read(file).replace('"state":"translated"', '"state":"signed-off","locked":true');
  project.write(file, newer);
  project.write('source/s.json', '{"a": "A green door"}');
  project.write('source/u.json', '{"a": "A white door"}');
  const { code, stderr } = await project.translate('--to', 'it');
  expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining(`${file}: was written by a newer version`) });
  expect(project.read(file)).toBe(newer);
  expect(project.exists('locales/it/u.json')).toBe(true);
});

it('is known by its number, a state or a field', () => {
  const line = { key: 'a', source: 'x', state: 'translated' };
  const isNewer = (item: unknown): boolean => parseRecord(JSON.stringify([item, {}])).newer;
  expect([line, { glossa: 1, from: 'en' }, { glossa: 1, from: 'en', body: 'x' }].map(isNewer)).toEqual([false, false, false]);
  expect([{ glossa: '2' }, { glossa: 1.5 }, { glossa: null }].map(isNewer)).toEqual([true, true, true]);
  expect(parseRecord('[{"glossa":1e400,"from":"en"},{}]').newer).toBe(true);
  expect([{ ...line, state: 'signed-off' }, { ...line, locked: true }, { glossa: 2 }].map(isNewer)).toEqual([true, true, true]);
});

it('a line of the memory that a newer version wrote stays as it is', async () => {
  const line = '{"namespace":"x","key":"k","source":"S","target":"T","state":"reviewed","score":7}';
  const file = 'locales/.memory/es.jsonl';
  const project = temporaryProject({ 'source/s.json': '{"a": "A blue door", "b": "A red door"}', [file]: `${line}\n` });
  await project.translate();
  project.write('locales/es/s.json', project.read('locales/es/s.json').replace(/("b": ")[^"]*/, '$1Mia'));
  await project.translate();
  project.write('source/s.json', '{"a": "A blue door"}');
  await project.translate();
  expect(project.read(file)).toContain('"target":"Mia"');
  expect(project.read(file).split('\n')).toContain(line);
});
