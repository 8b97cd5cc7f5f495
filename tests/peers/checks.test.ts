/** What the proof of the checks stands on: catalogues are read right, faults are planted, samples are the same each time. */
import { expect, it } from 'vitest';
import { sample } from '../../scripts/peers/checks/human-pairs.ts';
import { openJudging } from '../../scripts/peers/checks/judging.ts';
import { readMessages } from '../../scripts/peers/checks/mo-file.ts';
import { plantedFaults } from '../../scripts/peers/checks/planted-faults.ts';

const SOURCE =
  'The <span class="b">first shop</span> (on the corner) sells 24 kinds of bread, and you can write to them when it is closed.';
const TARGET =
  'La <span class="b">primera tienda</span> (de la esquina) vende 24 clases de pan, y puede escribirles cuando está cerrada.';
const PAIRS = Array.from({ length: 40 }, (_, index) => ({ source: SOURCE, target: TARGET, place: String(index) }));

it('plants ten kinds of faults, and each is found; the translation as it was is right', async () => {
  const judging = await openJudging('es', 'i18next');
  expect(judging(SOURCE, TARGET)).toEqual([]);
  const faults = plantedFaults(PAIRS, 'es');
  expect(new Set(faults.map(({ kind }) => kind)).size).toBe(10);
  expect(faults).toHaveLength(200);
  const missed = faults.filter(
    ({ source, target, rules }) => !judging(source, target).some(({ rule }) => rules.includes(rule)),
  );
  expect(missed.map(({ kind }) => kind)).toEqual([]);
});

it('reads a compiled catalogue of gettext, without contexts and plurals', () => {
  const texts = [
    ['', 'Project: x\n'],
    ['menu\u0004Open', 'Abrir'],
    ['%d file\0%d files', '%d archivo\0%d archivos'],
  ];
  const table = Buffer.alloc(texts.length * 16);
  const bytes: Buffer[] = [];
  let at = 28 + table.length;
  for (const [side, start] of [
    [0, 0],
    [1, texts.length * 8],
  ] as const) {
    texts.forEach((pair, index) => {
      const text = Buffer.from(pair[side] ?? '');
      table.writeUInt32LE(text.length, start + index * 8);
      table.writeUInt32LE(at, start + index * 8 + 4);
      bytes.push(text, Buffer.from([0]));
      at += text.length + 1;
    });
  }
  const head = Buffer.alloc(28);
  [0x950412de, 0, texts.length, 28, 28 + texts.length * 8].forEach((value, index) =>
    head.writeUInt32LE(value, index * 4),
  );
  expect(readMessages(Buffer.concat([head, table, ...bytes]))).toEqual([
    { source: 'Open', target: 'Abrir' },
    { source: '%d file', target: '%d archivo' },
  ]);
});

it('takes every so-manieth pair of a length', () => {
  const pairs = Array.from({ length: 10 }, (_, index) => ({
    source: 'a b '.repeat(index),
    target: '',
    place: `${index}`,
  }));
  expect(sample(pairs, 3, [2, 12]).map(({ place }) => place)).toEqual(['1', '3', '5']);
  expect(sample(pairs, 30, [2, 12])).toHaveLength(6);
});
