/** What may go wrong with running processes, and text that no grammar was made for. */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EngineSession } from '../../scripts/engines/engine.ts';
import type { Inline } from '../../scripts/units/unit.ts';
import { compileScripts } from '../compiled-scripts.ts';
import { answersTo, content, environment, openApertium, shown, translated } from './apertium-harness.ts';

/** Processes on a busy machine. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let session: EngineSession;
beforeAll(async () => {
  session = await openApertium();
});
afterAll(() => session.close());

/** English prose that is there in every clone. */
function prose(): readonly string[] {
  const spec = fileURLToPath(new URL('../../node_modules/commonmark-spec/spec.txt', import.meta.url));
  const text = readFileSync(spec, 'utf8').replace(/^(`{4,})[^]*?^\1/gm, '');
  const sentences = text.replace(/\s+/g, ' ').match(/[A-Z][a-z][^.*_{}<>[\]|`#]{20,160}\./g) ?? [];
  return [...new Set(sentences)].slice(0, 45);
}

/** Process ids of Apertium's programs below a process. */
function stagesOf(parent: number): readonly number[] {
  const parents = new Map<number, number>();
  const names = new Map<number, string>();
  for (const entry of readdirSync('/proc')) {
    try {
      const [, name = '', rest = ''] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${entry}/stat`, 'utf8')) ?? [];
      parents.set(Number(entry), Number(rest));
      names.set(Number(entry), name);
    } catch {
      // Not a process, or gone meanwhile.
    }
  }
  const below = (pid: number): boolean => pid === parent || (parents.has(pid) && below(parents.get(pid) ?? 0));
  return [...names.keys()].filter(
    (pid) => /^(lt-proc|lrx-proc|cg-proc|apertium-)/.test(names.get(pid) ?? '') && below(pid),
  );
}

describe('order', () => {
  it.each(['es', 'it'])('does not change a byte (%s)', async (target) => {
    const sentences = prose();
    expect(sentences.length).toBeGreaterThan(40);
    const forward = await translated(session, target, sentences);
    const backward = await translated(session, target, sentences.toReversed());
    expect(backward.toReversed()).toEqual(forward);
    const other = await openApertium();
    expect(await translated(other, target, sentences.slice(-1))).toEqual(forward.slice(-1));
    await other.close();
  });
});

describe('odd input', () => {
  const ODD = [
    'emoji 👩‍👩‍👧 and \u{1F1EA}\u{1F1F8} here',
    'שלום and مرحبا and 你好',
    'a\u0001b\u0007c and \u00a0 and \u200b and \ufeff',
    'a lone \ud800 surrogate',
    'a NUL \0 in it',
    '^lu<tag>$ and [<STREAMCMD:FLUSH>] and [[t:b:1]]x[[/]] and [c1] and [][\n]',
    'back\\slash \\[ and {{name}} {count, plural, one {x}} $t(studies)',
    'a/b @ c ^ d $ e < f > g ~ h * i # j = k | l',
    'several\nlines\n\nof text',
    '  spaces   around  ',
    '...!?',
    '"quotes" ‘and’ “more” «of» them',
    'x'.repeat(20_000),
    'word '.repeat(4_000),
  ];

  it('survives, and every text gets its own answer', async () => {
    const marked = ODD.flatMap((text, index) => [text, `The castle ${index} is here.`]);
    const answers = await answersTo(
      session,
      'en',
      'es',
      marked.map((text): readonly Inline[] => [{ type: 'text', text }]),
    );
    for (const index of ODD.keys()) {
      expect(answers[2 * index]).toMatchObject({ ok: true });
      expect(answers[2 * index + 1]).toMatchObject({
        segments: [[{ type: 'text', text: `El castillo ${index} es aquí.` }]],
      });
    }
    const texts = answers.map((answer) => (answer.ok ? answer.segments.map(shown).join('') : ''));
    expect(texts[0]).toContain('👩‍👩‍👧');
    expect(texts[2]).toContain('שלום');
    expect(texts[10]).toMatch(/\^lu<\w+>\$.*\[<STREAMCMD:FLUSH>\].*\[\[t:b:1\]\]x\[\[\/\]\].*\[c1\].*\[\]\[\n\]/s);
    expect(texts[14]).toMatch(/~ h \* i # j/);
    expect(texts[16]).toMatch(/\n.*\n\n/s);
  });

  it('keeps every code of any content', async () => {
    const text = fc.oneof(
      fc.constantFrom('the new ', 'study', ' of', ' a.', '?', ' - ', '[', '\\', '*', ' '),
      fc.string({ maxLength: 6 }),
    );
    const tree = fc.array(
      fc.oneof(
        { weight: 4, arbitrary: text },
        { weight: 1, arbitrary: fc.constant('{c}') },
        { weight: 1, arbitrary: fc.constant('<term>') },
        { weight: 2, arbitrary: fc.tuple(fc.constantFrom('*', '_'), text).map(([mark, inner]) => [mark, inner, mark]) },
      ),
      { minLength: 1, maxLength: 6 },
    );
    const contents = fc.sample(tree, { numRuns: 60, seed: 7 }).map((parts) => {
      const ids = { next: 1 };
      return parts.flatMap((part): readonly Inline[] => {
        if (typeof part === 'string')
          return part === '{c}' || part === '<term>' ? content(part, ids) : [{ type: 'text', text: part }];
        const [mark = '', inner = ''] = part;
        return content(`${mark}x${mark}`, ids).map((one) =>
          one.type === 'pair' ? { ...one, children: [{ type: 'text', text: inner || 'x' }] } : one,
        );
      });
    });
    const answers = await answersTo(session, 'en', 'es', contents);
    const codes = (inlines: readonly Inline[]): string[] =>
      inlines.flatMap((one) =>
        one.type === 'text' ? [] : one.type === 'code' ? [`${one.id}`] : [`${one.id}`, ...codes(one.children)],
      );
    for (const [index, answer] of answers.entries()) {
      expect(answer, JSON.stringify(contents[index])).toMatchObject({ ok: true });
      if (answer.ok) expect(codes(answer.segments.flat()).toSorted()).toEqual(codes(contents[index] ?? []).toSorted());
    }
  });
});

describe('processes', () => {
  it('are replaced when one is killed, and no segment is lost', async () => {
    const sentences = prose().slice(0, 30);
    const expected = await translated(session, 'es', sentences);
    const work = translated(session, 'es', sentences);
    let killed = 0;
    for (let round = 0; round < 4; round += 1) {
      await sleep(30);
      const victim = stagesOf(process.pid)[round * 3];
      if (victim === undefined) continue;
      process.kill(victim, 'SIGKILL');
      killed += 1;
    }
    expect(killed).toBeGreaterThan(1);
    expect(await work).toEqual(expected);
  });

  it('end with the session', async () => {
    const own = await openApertium();
    const before = new Set(stagesOf(process.pid));
    await translated(own, 'gl', ['A text.']);
    const started = stagesOf(process.pid).filter((pid) => !before.has(pid));
    expect(started.length).toBeGreaterThan(5);
    await own.close();
    await expect
      .poll(() => stagesOf(process.pid).filter((pid) => started.includes(pid)), { timeout: 20_000 })
      .toEqual([]);
  });

  it('end when the run is killed', async () => {
    const folder = compileScripts(['engines/apertium.ts']);
    const code = `
      const { apertium } = await import(${JSON.stringify(pathToFileURL(join(folder, 'engines/apertium.js')).href)});
      const environment = { variables: process.env, sharedCache: ${JSON.stringify(environment.sharedCache)}, note() {} };
      const session = await apertium.open(environment, { glossaries: [], concurrency: 1 });
      const units = [{ article: 'a', segments: [[{ type: 'text', text: 'A text.' }]] }];
      await session.translate({ source: 'en', target: 'es', units }, () => console.log('done'), new AbortController().signal);
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const stages = stagesOf(child.pid ?? 0);
    expect(stages.length).toBeGreaterThan(5);
    child.kill('SIGKILL');
    const alive = (): readonly number[] =>
      stages.filter((pid) => {
        try {
          return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
        } catch {
          return false;
        }
      });
    await expect.poll(alive, { timeout: 20_000 }).toEqual([]);
  });

  it('finish what is under way after a cancellation, and start nothing more', async () => {
    const cancel = new AbortController();
    const units = prose().map((text) => ({ article: 'a', segments: [[{ type: 'text', text } as const]] }));
    let delivered = 0;
    const work = session.translate(
      { source: 'en', target: 'es', units },
      () => {
        delivered += 1;
        if (delivered === 3) cancel.abort(new Error('stop'));
      },
      cancel.signal,
    );
    await expect(work).rejects.toThrow('stop');
    expect(delivered).toBeLessThan(units.length);
    expect(await translated(session, 'es', ['The castle is new.'])).toEqual(['El castillo es nuevo.']);
  });
});
