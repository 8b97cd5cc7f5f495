/** Every stand-in noun in every frame on every route: one noun, its gender, its number. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineAnswer, EngineSession } from '../../scripts/engines/engine.ts';
import { runningText } from '../../scripts/project/text/running-text.ts';
import { onsetOf } from '../../scripts/terminology/onset.ts';
import { proxiesFor, type Proxy } from '../../scripts/terminology/proxies.ts';
import type { Inline } from '../../scripts/units/unit.ts';
import { pair, text } from './content.ts';
import { openApertium } from './drafts.ts';

/** "new" in the singular and plural of each gender, "are", and a form for each onset. */
const LANGUAGES = [
  {
    target: 'es',
    are: 'son',
    m: ['nuevo', 'nuevos'],
    f: ['nueva', 'nuevas'],
    forms: ['piel m', 'piel f', 'imagen f', 'agua f'],
  },
  {
    target: 'it',
    are: 'sono',
    m: ['nuovo', 'nuovi'],
    f: ['nuova', 'nuove'],
    forms: ['siero m', 'olio m', 'zinco m', 'pelle f', 'acqua f'],
  },
  {
    target: 'fr',
    are: 'sont',
    m: ['nouveau', 'nouveaux'],
    f: ['nouvelle', 'nouvelles'],
    forms: ['soin m', 'acide m', 'peau f', 'huile f'],
  },
  { target: 'pt-BR', are: 'são', m: ['novo', 'novos'], f: ['nova', 'novas'], forms: ['soro m', 'pele f'] },
  {
    target: 'ca',
    are: 'són',
    m: ['nou', 'nous'],
    f: ['nova', 'noves'],
    forms: ['sèrum m', 'oli m', 'pell f', 'aigua f'],
  },
  { target: 'gl', are: 'son', m: ['novo', 'novos'], f: ['nova', 'novas'], forms: ['soro m', 'pel f'] },
] as const;

let session: EngineSession;
beforeAll(async () => {
  session = await openApertium();
});
afterAll(() => session.close());

/** Marked nouns stand in braces; `x` is the singular, `xs` the plural, a capital is kept. */
const FRAMES = [
  'The {x} is new.',
  'The {xs} are new.',
  '{Xs} are bright enough.',
  '{Xs}: what to do',
  'They use many {xs} daily.',
  'The {x} brands of the {x} are here.',
  'It protects {x} and {xs}.',
] as const;

function fill(frame: string, [singular, plural]: readonly [string, string]): Inline[] {
  return frame.split(/(\{\w+\})/u).map((part, index): Inline => {
    if (!part.startsWith('{')) return text(part);
    const noun = part.includes('s') ? plural : singular;
    return pair(index + 1, 'term', text(part.includes('X') ? noun.charAt(0).toUpperCase() + noun.slice(1) : noun));
  });
}

test.each(LANGUAGES)(
  'into $target',
  async ({ target, are, m, f, forms }) => {
    const proxies = forms.flatMap((form) => {
      const [word = '', name = ''] = form.split(' ');
      const gender = name === 'f' ? 'f' : 'm';
      const found = proxiesFor(word, gender, target);
      // One that is not in the sentence must be left.
      if (onsetOf(word, gender, target.slice(0, 2)) !== 'stressed a') expect(found.length).toBeGreaterThan(1);
      return found.map((proxy) => ({ proxy, adjectives: gender === 'f' ? f : m }));
    });
    const sentences = proxies.flatMap((one) => FRAMES.map((frame) => ({ ...one, frame })));
    const answers = new Map<number, EngineAnswer>();
    const units = sentences.map(({ proxy, frame }) => ({ article: 'test', segments: [fill(frame, proxy.english)] }));
    const batch = { source: 'en', target, units };
    await session.translate(batch, (unit, answer) => answers.set(unit, answer), new AbortController().signal);
    const wrong = sentences.flatMap(({ proxy, adjectives, frame }, index) => {
      const answer = answers.get(index);
      const words = answer?.ok === true ? runningText(answer.segments[0] ?? []).text : '';
      return fits(frame, words, proxy, adjectives, are) ? [] : [`${frame} with ${proxy.english[0]}: ${words}`];
    });
    expect(wrong).toEqual([]);
  },
  60_000,
);

function fits(frame: string, answer: string, proxy: Proxy, adjectives: readonly string[], are: string): boolean {
  const [singular = '', plural = ''] = proxy.surfaces[0] ?? [];
  const words: readonly string[] = answer.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const nouns = words.filter((word) => word === singular || word === plural);
  const expected = [...frame.matchAll(/\{(\w+)\}/gu)].map(([, slot = '']) => (slot.includes('s') ? plural : singular));
  if (nouns.toSorted().join() !== expected.toSorted().join()) return false;
  const adjective = /new/u.test(frame) ? adjectives[/s\}/u.test(frame) ? 1 : 0] : undefined;
  if (adjective !== undefined && !words.includes(adjective)) return false;
  return !/\} are (?:new|bright)/u.test(frame) || words.includes(are);
}

test.each([
  ['agua', 'f', 'es', 'stressed a'],
  ['área', 'f', 'es', 'stressed a'],
  ['amiga', 'f', 'es', 'plain'],
  ['ala', 'm', 'es', 'plain'],
  ['imagen', 'f', 'es', 'i'],
  ['hierba', 'f', 'es', 'plain'],
  ['esosoma', 'm', 'it', 'vowel'],
  ['specchio', 'm', 'it', 'impure'],
  ['siero', 'm', 'it', 'plain'],
  ['zona', 'f', 'it', 'plain'],
  ['gnocco', 'm', 'it', 'impure'],
  ['iodio', 'm', 'it', 'impure'],
  ['huile', 'f', 'fr', 'vowel'],
  ['haricot', 'm', 'fr', 'plain'],
  ['Éléphant', 'm', 'fr', 'vowel'],
  ['onze', 'm', 'fr', 'plain'],
  ['imatge', 'f', 'ca', 'plain'],
  ['illa', 'f', 'ca', 'vowel'],
  ['home', 'm', 'ca', 'vowel'],
  ['iogurt', 'm', 'ca', 'plain'],
  ['água', 'f', 'pt', 'plain'],
] as const)('%s (%s) in %s begins %s', (form, gender, language, onset) => {
  expect(onsetOf(form, gender, language)).toBe(onset);
});
