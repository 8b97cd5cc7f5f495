/** Real damage, made by hand in files that a run had left whole: red, with the line where a person mends it. */
import { expect, it } from 'vitest';
import { faultsOf, translated } from './in-process.ts';
import { temporaryProject } from './temporary-project.ts';

const FILES = {
  'l10n.config.json': JSON.stringify({
    sourceLanguage: 'en',
    targetLanguages: ['es'],
    engine: 'identity',
    severity: { 'same-as-source': 'off', 'wrong-language': 'off' },
  }),
  'source/ui.json': `{
  "buy": "Buy {{count}} tickets",
  "terms": "I accept the <1>terms</1> and the <3>policy</3>.",
  "more": "See $t(buy) for {{- html}}",
  "tree_one": "{{count}} tree",
  "tree_other": "{{count}} trees"
}
`,
  'source/page.md': `---
title: The harbour
---

# Boats

Read [the guide](https://example.com/guide) and \`npm test\`.

![A boat](boat.png) leaves **at noon** with {{name}}.

<b>Nobody</b> waits.
`,
};

const UI = 'locales/es/ui.json';
const PAGE = 'locales/es/page.json';

/** What is done to a file, and the line of the error. */
const DAMAGE: readonly [what: string, file: string, from: string | RegExp, to: string, line: number | RegExp][] = [
  ['an unclosed tag', UI, '<1>terms</1>', '<1>términos', 3],
  ['a tag closed too early', UI, '<1>terms</1>', '<1></1>terms', 3],
  ['an emptied pair', UI, '<3>policy</3>', '<3></3>', 3],
  ['a tag that is gone', UI, '<3>policy</3>', 'política', 3],
  ['a placeholder of another name', UI, 'Buy {{count}}', 'Buy {{conto}}', 2],
  ['a placeholder that is gone', UI, 'Buy {{count}} tickets', 'Compra', 2],
  ['a placeholder with one brace', UI, 'Buy {{count}}', 'Buy {count}', 2],
  ['a placeholder of escaping lost', UI, '{{- html}}', '{{html}}', 4],
  ['a nested text that dangles', UI, '$t(buy)', '$t(bye)', 4],
  ['a plural form without its number', UI, '"{{count}} trees"', '"árboles"', 6],
  ['a script', UI, 'policy</3>', 'policy</3><script>x()</script>', 3],
  ['a sign for what could not be read', UI, 'I accept', 'I acc\ufffdpt', 3],
  ['half a character', UI, 'I accept', 'I accept\\ud83d', 3],
  ['an emptied text', UI, /"Buy .*?"/, '""', 2],
  ['a placeholder in an article', PAGE, '{{name}}', '{{nombre}}', /./],
  ['half a JSON file', UI, /"tree_one"[\s\S]*/, '', /./],
  ['conflict markers', UI, /^/, '<<<<<<< HEAD\n', 1],
  ['a key twice', UI, '{', '{\n  "buy": "Compra {{count}}",', /./],
  ['a number in place of a text', UI, /"Buy .*?"/, '7', 2],
  ['a missing article', 'locales/es/page.md', /[\s\S]*/, '', /./],
  ['a missing bundle', 'locales/es/ui.json', /[\s\S]*/, '{}', /./],
];

it(`${DAMAGE.length} kinds of damage are red where they are`, async () => {
  const project = temporaryProject(FILES);
  await translated(project);
  expect((await faultsOf(project)).filter((fault) => fault.startsWith('error'))).toEqual([]);
  const missed: string[] = [];
  for (const [what, file, from, to, line] of DAMAGE) {
    const whole = project.read(file);
    const text = whole.replace(from, to);
    expect(text, what).not.toBe(whole);
    if (text === '') project.remove(file);
    else project.write(file, text);
    const errors = (await faultsOf(project)).filter((fault) => fault.startsWith('error'));
    const place =
      text === '' || text === '{}'
        ? /./
        : typeof line === 'number'
          ? new RegExp(`${file}:${line}(?:[: ]|$)`)
          : new RegExp(`${file}:\\d+`);
    if (!errors.some((fault) => place.test(fault))) missed.push(`${what}: ${errors.join(' | ')}`);
    project.write(file, whole);
  }
  expect(missed).toEqual([]);
}, 120_000);
