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
  expect([{ ...line, state: 'signed-off' }, { ...line, locked: true }, { glossa: 2 }].map(isNewer)).toEqual([true, true, true]);
});
