/** One try at one unit with one engine: what is sent, and what is made of the answer. */
import type { EngineAnswer, EngineUnit, TermMethod } from '../engines/engine.ts';
import { wordsOf } from '../checks/unknown-words.ts';
import { runningText } from '../project/running-text.ts';
import { shortHash } from '../units/hash.ts';
import { mark, type Marked } from '../terminology/mark.ts';
import { restore } from '../terminology/restore.ts';
import type { Inline } from '../units/unit.ts';
import { cutUnit, type CutUnit } from './cut-unit.ts';
import type { ReusePlan } from '../units/sentence-reuse.ts';
import { judgeTarget, type Verdict } from './judge-target.ts';
import type { WorkItem } from './work-item.ts';

export interface Attempt {
  readonly item: WorkItem;
  readonly method: TermMethod;
  readonly numbered: boolean;
  readonly reuse: ReusePlan | undefined;
  readonly cut: CutUnit;
  readonly marked: readonly Marked[];
  readonly request: EngineUnit;
}

export type Outcome =
  | { readonly ok: true; readonly verdict: Verdict }
  /** A stricter try may help; `verdict` is what there is if none does. */
  | { readonly ok: false; readonly reason: string; readonly verdict: Verdict | undefined; readonly unmask: boolean };

export function makeAttempt(
  item: WorkItem,
  method: TermMethod,
  numbered: boolean,
  reuse: ReusePlan | undefined,
): Attempt {
  const { unit, language, source } = item;
  const cut = cutUnit(unit, language, numbered, reuse);
  let nextId = cut.nextId;
  const hasTerms = unit.terms.found.hits.length > 0;
  const marked = cut.pieces.map((piece): Marked => {
    if (!hasTerms) return { content: piece, marks: [], nextId, capital: false, caps: false };
    const one = mark(piece, unit.terms, method, language, nextId);
    nextId = one.nextId;
    return one;
  });
  const prompt =
    method === 'prompt'
      ? new Map(unit.terms.required(language).map((term) => [term.source, term.accepted[0] ?? term.source]))
      : undefined;
  const request: EngineUnit = {
    article: source.file.namespace,
    // Without terms the same array for all languages: what is made of it for one serves the others.
    segments: hasTerms ? marked.map(({ content }) => content) : cut.pieces,
    ...(cut.context === undefined ? {} : { context: cut.context }),
    ...(prompt === undefined || prompt.size === 0 ? {} : { terms: prompt }),
  };
  return { item, method, numbered, reuse, cut, marked, request };
}

/**
 * The key of an answer in the local store: everything that the answer depends on, and nothing else.
 * @param engine its name, and its options where it has any.
 */
export function requestKey(engine: string, attempt: Attempt): string {
  const { item, method, request } = attempt;
  const pair = [item.unit.expected.source.language, item.language];
  const glossary = method === 'native' ? item.unit.terms.hash(item.language) : undefined;
  const parts = [glossary ?? null, request.context ?? null, [...(request.terms ?? [])]];
  return `${engine} ${pair.join('>')} ${shortHash(`${method} ${JSON.stringify(parts)} ${segmentsText(request)}`)}`;
}

const texts = new WeakMap<EngineUnit['segments'], string>();

/** Segments as one text; written once for all languages that share them. */
function segmentsText({ segments }: EngineUnit): string {
  const text = texts.get(segments) ?? JSON.stringify(segments);
  texts.set(segments, text);
  return text;
}

/** Puts an answer together and judges it. */
export function settleAttempt(attempt: Attempt, answer: EngineAnswer, engine: string): Outcome {
  if (!answer.ok) return { ok: false, reason: answer.reason, verdict: undefined, unmask: false };
  const restored: (readonly Inline[])[] = [];
  for (const [index, marked] of attempt.marked.entries()) {
    const sentence = answer.segments[index] ?? [];
    if (sentence.every((item) => item.type === 'text' && item.text.trim() === ''))
      return { ok: false, reason: 'a sentence did not come back', verdict: undefined, unmask: false };
    const segment = restore(sentence, marked);
    if (segment === undefined)
      return { ok: false, reason: 'a term did not come back', verdict: undefined, unmask: false };
    restored.push(segment);
  }
  const content = attempt.cut.assemble(restored);
  if (content === undefined) {
    return { ok: false, reason: 'the number of a plural form did not come back', verdict: undefined, unmask: true };
  }
  const verdict = judgeTarget(attempt.item, content, {
    origin: engine,
    unknownWords: [...(answer.unknownWords ?? []), ...keptUnknownWords(attempt, content)],
  });
  if (verdict.refused) {
    const reason = verdict.findings.find(({ severity }) => severity === 'error')?.message ?? 'damaged';
    return { ok: false, reason, verdict: undefined, unmask: false };
  }
  const missed = verdict.findings.find(({ check, severity }) => check === 'terms' && severity === 'error');
  if (missed !== undefined) return { ok: false, reason: missed.message, verdict, unmask: false };
  return { ok: true, verdict };
}

function keptUnknownWords({ item, reuse }: Attempt, content: readonly Inline[]): readonly string[] {
  if (reuse === undefined) return [];
  const { text } = runningText(content);
  return wordsOf(item.unit.line?.findings ?? []).filter((word) => text.includes(word));
}
