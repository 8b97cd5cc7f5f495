/** What damaged answers may cost, and that everything that can arrive arrives. */
import { describe, expect, it } from 'vitest';
import type { EngineUnit } from '../../scripts/engines/engine.ts';
import { createBreaker, type Trial } from '../../scripts/engines/remote/breaker.ts';
import { bold, openBench, placeholder, text, translateWith, unit } from './deepl-harness.ts';

/** Ten paragraphs an article, as articles have them; each third has codes. */
const UNITS: readonly EngineUnit[] = Array.from({ length: 60 }, (_, index) => {
  const plain = `Paragraph number ${index} speaks of vesicles${', which cells release'.repeat(index % 7)}.`;
  const codes = [
    text(`Press `),
    bold(1, text(`button ${index}`)),
    text(' for '),
    placeholder(2, '{{help}}'),
    text('.'),
  ];
  return index % 3 === 0
    ? { article: `a${index % 6}`, segments: [[text(plain)], codes] }
    : unit(`a${index % 6}`, plain, 'Nobody had expected that.');
});

/** Paragraphs of some hundred words. */
const LONG = Array.from({ length: 60 }, (_, index) =>
  unit(`long-${index % 6}`, `Paragraph ${index} is long${', and cells release vesicles'.repeat(10 + (index % 20))}.`),
);

const lose = (answer: string): string => answer.replace(/<[^>]*>/g, '');
const double = (answer: string): string => answer.replace(/<[^>]*>/g, '$&$&');
const hasMarks = (answer: string): boolean => /<[^>]*>/.test(answer);

/** Damages a share of the texts that hold marks, the same ones each time. */
function damaging(share: number, damage: (text: string) => string) {
  let state = 7;
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return {
    fault: (_count: number, _fields: URLSearchParams, _method: string, path: string) =>
      path === '/v2/translate'
        ? {
            answer: (texts: readonly string[]) =>
              texts.map((one) => (hasMarks(one) && random() < share ? damage(one) : one)),
          }
        : undefined,
  };
}

describe.each([
  ['loses', lose],
  ['doubles', double],
])('DeepL that %s marks', (_, damage) => {
  it.each([0.05, 0.5, 1])('in a share of %d of its texts', async (share) => {
    const here = await openBench(damaging(share, damage));
    const session = await here.session();
    const outcomes = await Promise.all(['es', 'it', 'fr', 'de'].map((target) => translateWith(session, UNITS, target)));
    await session.close();
    await here.stub.close();
    for (const { answers } of outcomes) {
      expect(answers.size).toBe(UNITS.length);
      expect([...answers.values()].filter(({ ok }) => !ok)).toEqual([]);
    }
    const sum = (pick: 'characters' | 'wasted'): number =>
      outcomes.reduce((all, { usage }) => all + (usage?.[pick] ?? 0), 0);
    const wasted = sum('wasted');
    expect(wasted).toBeGreaterThan(0);
    expect(wasted).toBeLessThanOrEqual((sum('characters') - wasted) / 10);
    expect(here.notes.find((line) => line.includes('came back damaged'))).toContain(`DeepL: ${wasted} characters`);
  });
});

describe.each([
  ['loses the marks of long texts', (one: string) => one.length > 400],
  ['turns bad after three requests', (_one: string, count: number) => count > 3],
])('DeepL that %s', (_, isDamaged) => {
  it('is not trusted with all before it is known', async () => {
    const here = await openBench({
      fault: (count, _fields, _method, path) =>
        path === '/v2/translate'
          ? { answer: (texts) => texts.map((one) => (hasMarks(one) && isDamaged(one, count) ? lose(one) : one)) }
          : undefined,
    });
    const session = await here.session();
    const units = [...UNITS, ...LONG];
    const outcomes = await Promise.all(['es', 'it', 'fr'].map((target) => translateWith(session, units, target)));
    await session.close();
    await here.stub.close();
    for (const { answers } of outcomes) expect([...answers.values()].filter(({ ok }) => ok)).toHaveLength(units.length);
    const sum = (pick: 'characters' | 'wasted'): number =>
      outcomes.reduce((all, { usage }) => all + (usage?.[pick] ?? 0), 0);
    expect(sum('wasted')).toBeGreaterThan(0);
    expect(sum('wasted')).toBeLessThanOrEqual((sum('characters') - sum('wasted')) / 10);
  });
});

it('refuses only what has codes when even words that stand for codes are lost, and pays for few of them', async () => {
  const answer = (texts: readonly string[]): readonly string[] => texts.map(() => 'Haz de protones');
  const here = await openBench({ fault: (_c, _f, _m, path) => (path === '/v2/translate' ? { answer } : undefined) });
  const { answers, usage } = await here.translate(UNITS);
  await here.stub.close();
  for (const [index, { ok }] of answers) expect(ok).toBe(index % 3 !== 0);
  expect(usage?.wasted).toBeLessThanOrEqual((usage?.characters ?? 0) / 10);
});

describe('the breaker', () => {
  const whole = (characters: number): Trial => ({ characters, damaged: 0, again: false });
  const lost = (characters: number): Trial => ({ characters, damaged: characters, again: false });

  it('risks little on a way that it does not know, and a twelfth of the run on one that it knows', () => {
    const breaker = createBreaker();
    breaker.expect(100_000);
    expect(breaker.room('marked')).toBeLessThanOrEqual(3_000);
    const flight = breaker.begin('marked', 2_000, 30);
    // Nobody else tries it meanwhile.
    expect(breaker.room('marked')).toBe(0);
    const many = (characters: number): Trial[] => Array.from({ length: 60 }, () => whole(characters));
    breaker.end(flight, many(30));
    // Longer texts are another thing: they are tried before they are trusted.
    expect(breaker.textLimit('marked')).toBe(750);
    expect(breaker.room('marked')).toBeLessThanOrEqual(6_000);
    breaker.end(breaker.begin('marked', 6_000, 750), many(750));
    expect(breaker.room('marked')).toBe(8_000);
    breaker.begin('marked', 5_000, 750);
    expect(breaker.room('marked')).toBe(3_000);
  });

  it('gives a way up when its first answers are damaged, and tells who waits', async () => {
    const breaker = createBreaker();
    breaker.expect(10_000);
    const flight = breaker.begin('marked', 200, 100);
    const changed = breaker.changed();
    breaker.end(flight, [lost(100), lost(100)]);
    await changed;
    expect(breaker.isOpen('marked')).toBe(false);
    expect(breaker.isOpen('plain')).toBe(true);
    expect(breaker.figures()).toEqual({ expected: 10_000, wasted: 200, givenUp: ['marked'] });
  });

  it('keeps a way that damages one text in twenty, as long as the run can bear it', () => {
    const breaker = createBreaker();
    breaker.expect(10_000);
    const answered = (trials: readonly Trial[]): void => breaker.end(breaker.begin('marked', 0, 0), trials);
    answered([...Array.from({ length: 38 }, () => whole(20)), lost(20), lost(20)]);
    expect(breaker.isOpen('marked')).toBe(true);
    expect(breaker.room('marked')).toBe(1_500);
    answered([lost(600)]);
    expect(breaker.isOpen('marked')).toBe(false);
  });
});
