import { expect, it } from 'vitest';
import { checkInput } from '../../../scripts/checks/input.ts';
import { lengthLimit } from '../../../scripts/checks/words/length-limit.ts';
import { policyOf } from '../../../scripts/project/policy.ts';
import { judged } from '../judged.ts';

const { limitOf } = policyOf({ limits: { 'button.*': 6, 'button.wide': 12, 'seo.title': 8 } }, (tag) => tag);

it.each([
  ['button.save', 'en>it', 'Salva', []],
  ['button.save', 'en>de', 'Speichern', [{ found: 9, most: 6 }]],
  ['button.wide', 'en>de', 'Speichern', []],
  ['other', 'en>de', 'Speichern und schließen', []],
  ['buttonx', 'en>de', 'Speichern', []],
  ['seo.title', 'en>hi', 'क्षमता क्षमता', []],
  ['button.ok', 'en>ja', '👩‍👩‍👧‍👦保存する', []],
])('%s, %s: %s', (key, languages, target, parameters) => {
  const input = checkInput(judged('Save', target, { languages, key }), { limitOf });
  expect(lengthLimit.run(input).map((fault) => fault.parameters)).toEqual(parameters);
  expect(lengthLimit.run(checkInput(judged('Save', target, { languages, key })))).toEqual([]);
});
