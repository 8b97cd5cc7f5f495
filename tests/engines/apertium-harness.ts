/** A real Apertium session, and content written as short strings. */
import { apertium } from '../../scripts/engines/apertium.ts';
import type { EngineAnswer, EngineEnvironment, EngineSession } from '../../scripts/engines/engine.ts';
import { projectPaths } from '../../scripts/project/paths.ts';
import type { CodeKind, Inline } from '../../scripts/units/unit.ts';

export const environment: EngineEnvironment = {
  variables: process.env,
  sharedCache: projectPaths('.', process.env).sharedCache,
  root: '/',
  options: undefined,
  note: () => undefined,
};

export const openApertium = (options?: unknown): Promise<EngineSession> =>
  apertium.open({ ...environment, options }, { glossaries: [], concurrency: 4 });

const pair = (id: number, kind: CodeKind, children: readonly Inline[]): Inline => {
  const mark = kind === 'term' ? '' : '**';
  return { type: 'pair', id, kind, open: [mark], close: [mark], children, signature: kind };
};

const standing = (id: number, kind: CodeKind, markup: string): Inline => ({
  type: 'code',
  id,
  kind,
  markup: [markup],
  signature: markup,
});

/** `*bold*`, `_term_` (a stand-in noun), `{code}`, `<term>` (a finished form); bold may hold the others. */
export function content(text: string, ids: { next: number } = { next: 1 }): readonly Inline[] {
  const pieces = text.matchAll(
    /\*(?<bold>[^*]+)\*|_(?<noun>[^_]+)_|\{(?<code>[^}]*)\}|<(?<form>[^>]*)>|(?<text>[^*_{<]+)/g,
  );
  return [...pieces].map(({ groups = {} }): Inline => {
    if (groups['text'] !== undefined) return { type: 'text', text: groups['text'] };
    const id = ids.next++;
    if (groups['code'] !== undefined) return standing(id, 'code', `{${groups['code']}}`);
    if (groups['form'] !== undefined) return standing(id, 'term', `<${groups['form']}>`);
    if (groups['noun'] !== undefined) return pair(id, 'term', content(groups['noun'], ids));
    return pair(id, 'strong', content(groups['bold'] ?? '', ids));
  });
}

/** The other way round. */
export function shown(inlines: readonly Inline[]): string {
  return inlines
    .map((one) => {
      if (one.type === 'text') return one.text;
      if (one.type === 'code') return one.markup.join('');
      const mark = one.kind === 'term' ? '_' : '*';
      return `${mark}${shown(one.children)}${mark}`;
    })
    .join('');
}

/** Answers in the order of the units, each of one segment. */
export async function answersTo(
  session: EngineSession,
  source: string,
  target: string,
  segments: readonly (readonly Inline[])[],
): Promise<readonly EngineAnswer[]> {
  const answers: EngineAnswer[] = [];
  const units = segments.map((segment) => ({ article: 'a', segments: [segment] }));
  await session.translate(
    { source, target, units },
    (unit, answer) => {
      answers[unit] = answer;
    },
    new AbortController().signal,
  );
  return answers;
}

/** Translations of texts in the short notation; a refusal is `!reason`. */
export async function translated(
  session: EngineSession,
  target: string,
  texts: readonly string[],
  source = 'en',
): Promise<readonly string[]> {
  const answers = await answersTo(
    session,
    source,
    target,
    texts.map((text) => content(text)),
  );
  return answers.map((answer) => (answer.ok ? answer.segments.map(shown).join('') : `!${answer.reason}`));
}
