import { expect, it } from 'vitest';
import { colliding } from '../../../scripts/checks/across/colliding.ts';

function clashes(...units: (readonly [source: string, target: string])[]) {
  return colliding.run(units.map(([source, target], index) => ({ key: `k${index}`, source, target })));
}

it.each([
  [
    'it',
    [
      ['Press the red key.', 'Premi il tasto.'],
      ['Everything was saved just now.', 'Premi il tasto.'],
    ],
    [{ index: 1, parameters: { key: 'k0' } }],
  ],
  [
    'es',
    [
      ['Press the red key.', 'Pulse la tecla.'],
      ['Press the key, please.', 'Pulse la tecla.'],
    ],
    [],
  ],
  [
    'gl',
    [
      ['Open', 'Abrir'],
      ['Unlock', 'Abrir'],
    ],
    [],
  ],
  [
    'de',
    [
      ['Press the red key.', 'Drücken.'],
      ['Press the red key.', 'Drücken.'],
    ],
    [],
  ],
] as const)('%s', (_, units, found) => {
  expect(clashes(...units)).toEqual(found);
  expect(found.map(({ parameters }) => colliding.say(parameters))).toEqual(
    found.map(() => 'is the translation at k0, of another text'),
  );
});
