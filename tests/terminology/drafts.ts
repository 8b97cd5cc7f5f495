/** Drafts from Apertium for tests: content in, what a reader would get out. */
import { fileURLToPath } from 'node:url';
import type { RequiredTerm } from '../../scripts/checks/check.ts';
import { terms as termsCheck } from '../../scripts/checks/terms/terms.ts';
import { apertium } from '../../scripts/engines/apertium.ts';
import type { EngineAnswer, EngineSession } from '../../scripts/engines/engine.ts';
import { projectPaths } from '../../scripts/project/paths.ts';
import { runningText } from '../../scripts/project/text/running-text.ts';
import { found } from '../checks/judged.ts';
import { mark, type Marked } from '../../scripts/terminology/mark.ts';
import { restore } from '../../scripts/terminology/restore.ts';
import type { Termbase } from '../../scripts/terminology/term.ts';
import { unitTerms, type UnitTerms } from '../../scripts/terminology/unit-terms.ts';
import { shownWords } from '../../scripts/project/text/running-text.ts';
import type { Inline } from '../../scripts/units/unit.ts';

export interface Draft {
  readonly content: readonly Inline[];
  readonly text: string;
  /** How many terms were required. */
  readonly hits: number;
  /** Messages of the terms check. */
  readonly misses: readonly string[];
  /** True where stand-in nouns did not come back and tokens were used. */
  readonly byToken: boolean;
}

export function openApertium(): Promise<EngineSession> {
  const { root, sharedCache } = projectPaths(fileURLToPath(new URL('../..', import.meta.url)), process.env);
  const environment = { variables: process.env, sharedCache, root, options: undefined, note: () => undefined };
  return apertium.open(environment, { glossaries: [], concurrency: 4 });
}

/** Translates pieces as the pipeline does: stand-in nouns first, tokens after a miss. */
export async function drafts(
  session: EngineSession,
  pieces: readonly (readonly Inline[])[],
  base: Termbase,
  target: string,
): Promise<Draft[]> {
  const terms = pieces.map((piece) => unitTerms(piece, base, 'en'));
  const first = await attempt(session, pieces, terms, 'proxy', target);
  const again = first.flatMap((draft, index) => (draft === undefined || draft.misses.length > 0 ? [index] : []));
  const second = await attempt(
    session,
    again.map((index) => pieces[index] ?? []),
    again.flatMap((index) => terms[index] ?? []),
    'token',
    target,
  );
  return first.map((draft, index) => {
    const retried = again.includes(index) ? second[again.indexOf(index)] : draft;
    return retried ?? { content: [], text: '', hits: 0, misses: ['no answer'], byToken: true };
  });
}

async function attempt(
  session: EngineSession,
  pieces: readonly (readonly Inline[])[],
  terms: readonly UnitTerms[],
  method: 'proxy' | 'token',
  target: string,
): Promise<(Draft | undefined)[]> {
  const marked = pieces.map((piece, index): Marked => {
    const own = terms[index];
    if (own === undefined) throw new Error('every piece has its terms');
    return mark(piece, own, method, target);
  });
  const answers = new Map<number, EngineAnswer>();
  const units = marked.map(({ content }) => ({ article: 'test', segments: [content] }));
  const batch = { source: 'en', target, units };
  await session.translate(batch, (unit, answer) => answers.set(unit, answer), new AbortController().signal);
  return marked.map((one, index) => {
    const answer = answers.get(index);
    const restored = answer?.ok === true ? restore(answer.segments[0] ?? [], one) : undefined;
    const own = terms[index];
    if (restored === undefined || own === undefined) return undefined;
    const required = own.required(target);
    return {
      content: restored,
      text: runningText(restored).text,
      hits: required.reduce((sum, term) => sum + (term.accepted.length > 0 ? term.count : 0), 0),
      misses: missesOf(required, restored, target),
      byToken: method === 'token',
    };
  });
}

/** Errors of the terms check for a target. */
export function missesOf(terms: readonly RequiredTerm[], target: readonly Inline[], language: string): string[] {
  return found(termsCheck, {
    kind: 'p',
    syntax: 'plain',
    sourceLanguage: 'en',
    targetLanguage: language,
    source: '',
    target: '',
    sourceContent: [],
    targetContent: target,
    sourceWords: '',
    targetWords: shownWords(target),
    codes: { missing: [], extra: [] },
    terms,
    person: false,
    unknownWords: [],
  })
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
}
