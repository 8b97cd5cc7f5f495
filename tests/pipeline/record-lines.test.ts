/** DESIGN, On disk: of two lines for one unit the one whose target fits the bundle counts; where both fit, a person's. */
import { expect, it } from 'vitest';
import { linesByKey } from '../../scripts/pipeline/see/target/record-lines.ts';
import type { RecordLine } from '../../scripts/locales/record.ts';

const line = (state: RecordLine['state'], origin: string, target: string): RecordLine => {
  return { key: 'a', source: 's', state, origin, target };
};
const machine = line('translated', 'pseudo', 'here');
const draft = line('translated', 'person', 'here');
const approved = line('reviewed', 'pseudo', 'here');
const elsewhere = line('final', 'person', 'elsewhere');
const old = line('translated', 'pseudo', 'elsewhere');

it.each([
  ['a person’s before a machine’s where both fit', [machine, draft], draft],
  ['an approved one before a draft where both fit', [machine, approved], approved],
  ['the one that fits before a person’s that does not', [machine, elsewhere], machine],
  ['a person’s that fits before all', [old, approved, elsewhere, machine], approved],
  ['the one that claims less where none fits', [elsewhere, old], old],
])('%s', (_, lines, expected) => {
  for (const order of [lines, lines.toReversed()]) expect(linesByKey(order, () => 'here').get('a')).toBe(expected);
});
