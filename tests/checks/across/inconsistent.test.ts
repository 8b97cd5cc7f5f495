import { expect, it } from 'vitest';
import { inconsistent } from '../../../scripts/checks/across/inconsistent.ts';

function clashes(...units: (readonly [source: string, target: string])[]) {
  return inconsistent.run(units.map(([source, target], index) => ({ key: `k${index}`, source, target })));
}

it.each([
  [
    'it',
    [
      ['Press the red key.', 'Premi il tasto rosso.'],
      ['Press the red key.', 'Spingi il rosso.'],
    ],
    [{ index: 1, parameters: { key: 'k0' } }],
  ],
  [
    'es',
    [
      ['Press the red key.', 'Pulse la tecla roja.'],
      ['Press the red key.', 'pulse la tecla roja'],
    ],
    [],
  ],
  [
    'de',
    [
      ['Open', 'Öffnen'],
      ['Open', 'Offen'],
    ],
    [],
  ],
  [
    'fr',
    [
      ['Press the red key.', 'Appuyez.'],
      ['Press the blue key.', 'Pressez.'],
    ],
    [],
  ],
  [
    'ja',
    [
      ['赤いキーを押してください', '赤'],
      ['赤いキーを押してください', '青'],
    ],
    [{ index: 1, parameters: { key: 'k0' } }],
  ],
] as const)('%s', (_, units, found) => {
  expect(clashes(...units)).toEqual(found);
  expect(found.map(({ parameters }) => inconsistent.say(parameters))).toEqual(
    found.map(() => 'is translated otherwise at k0, from the same text'),
  );
});

it('leaves forms for other numbers their own words, those of one form must agree', () => {
  const units = [
    ['files_one', 'Se ha borrado un archivo'],
    ['files_other', 'Se han borrado {{count}} archivos'],
    ['pages_other', 'Se borraron {{count}} archivos'],
    ['pages', 'Borrado: un archivo'],
    ['pages_plural', 'Borrados: {{count}} archivos'],
  ].map(([key = '', target = '']) => ({ key, source: '{{count}} files were deleted', target }));
  expect(inconsistent.run(units)).toEqual([{ index: 2, parameters: { key: 'files_other' } }]);
});
