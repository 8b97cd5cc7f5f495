/** `identity`, `pseudo`, and the table of engines. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import type { Engine, EngineAnswer } from '../../scripts/engines/engine.ts';
import { identity } from '../../scripts/engines/identity.ts';
import { ENGINES, loadEngine } from '../../scripts/engines/index.ts';
import { pseudo } from '../../scripts/engines/pseudo.ts';
import { signatures } from '../../scripts/formats/signatures.ts';
import { loadSyntax } from '../../scripts/formats/syntaxes.ts';
import { content, environment, shown } from './apertium-harness.ts';

async function through(engine: Engine, texts: readonly string[]): Promise<readonly string[]> {
  const session = await engine.open(environment, { glossaries: [], concurrency: 1 });
  const answers: EngineAnswer[] = [];
  const units = [{ article: 'a', segments: texts.map((text) => content(text)) }];
  const usage = await session.translate(
    { source: 'en', target: 'es', units },
    (unit, answer) => {
      answers[unit] = answer;
    },
    new AbortController().signal,
  );
  await session.close();
  expect(usage.requests).toBe(1);
  return answers.flatMap((answer) => (answer.ok ? answer.segments.map(shown) : []));
}

describe('identity', () => {
  it('gives back what it gets', async () => {
    const texts = ['A *bold {x}* text', '<K>'];
    expect(await through(identity, texts)).toEqual(texts);
    expect(await identity.unavailable({ source: 'en', target: 'tlh' }, environment)).toBeUndefined();
  });
});

describe('pseudo', () => {
  it('changes the words, about a third longer, and no code', async () => {
    expect(await through(pseudo, ['Read the *new {name}* study, <K>', '{x}'])).toEqual([
      '⟦Ŕéåð ţĥé *ñéŵ {name}* šţûðý, <K> ·····⟧',
      '{x}',
    ]);
    const [long = ''] = await through(pseudo, ['word '.repeat(50)]);
    expect(long.length / 250).toBeCloseTo(1.3, 1);
  });
});

test.each([
  ['plain', 'More at https://example.com/docs'],
  ['html', 'Browse to http://localhost:4000'],
  ['mdx', 'See www.example.com.'],
  ['plain', 'Write to https://example.com/a, or'],
  ['plain', 'Read (https://example.com/b)'],
  ['markdown', '**At** https://example.com/a_b'],
  ['markdown', 'Write to mailto:a@example.org'],
  ['mdx', 'At <b>https://example.com/c</b>'],
  ['mdx', 'Go to https://example.com/*x* now'],
  ['html', 'At <b>http://localhost:4000/a?b=c&amp;d=e</b>'],
  ['plain', 'Write to a@example.org'],
] as const)('pseudo makes no address longer that stands at the end: %s, %s', async (syntaxName, value) => {
  const syntax = await loadSyntax(syntaxName);
  const given = syntax.parse(value);
  const session = await pseudo.open(environment, { glossaries: [], concurrency: 1 });
  let printed = '';
  const request = { source: 'en', target: 'es', units: [{ article: 'a', segments: [given] }] };
  const deliver = (_: number, answer: EngineAnswer): void => {
    if (answer.ok) printed = syntax.print(answer.segments[0] ?? []);
  };
  await session.translate(request, deliver, new AbortController().signal);
  expect(signatures(syntax.parse(printed))).toBe(signatures(given));
  expect(printed).toContain('⟧');
});

describe('the table', () => {
  it('has every engine under its own name', async () => {
    for (const { name, load } of ENGINES) {
      const engine = await load();
      expect(engine.name).toBe(name);
      expect(engine.description).not.toBe('');
      expect(await loadEngine(name)).toBe(engine);
    }
    expect(await loadEngine('constructor')).toBeUndefined();
  });

  it('misses no engine file', async () => {
    const folder = new URL('../../scripts/engines/', import.meta.url);
    const files = readdirSync(fileURLToPath(folder)).filter((file) => file.endsWith('.ts'));
    const found: string[] = [];
    for (const file of files) {
      const module: Record<string, unknown> = await import(new URL(file, folder).href);
      for (const value of Object.values(module)) {
        if (typeof value === 'object' && value !== null && 'unavailable' in value && 'name' in value)
          found.push(String(value.name));
      }
    }
    expect(found.toSorted()).toEqual(ENGINES.map((entry) => entry.name).toSorted());
  });
});
