/** One try at one unit with one engine: what is sent, and what is made of the answer. */
import type { Around, EngineAnswer, EngineUnit, TermMethod } from '../../engines/engine.ts';
import { mayRetry, messageOf } from '../../checks/index.ts';
import { wordsOf } from '../../checks/words/unknown-words.ts';
import { shownWords } from '../../project/text/running-text.ts';
import { shortHash } from '../../project/hash.ts';
import { mark, type Marked } from '../../terminology/mark.ts';
import { restore } from '../../terminology/restore.ts';
import type { Inline } from '../../units/unit.ts';
import { assemble, cutUnit, type Cut } from '../plan/cut-unit.ts';
import type { ReusePlan } from '../../units/sentence-reuse.ts';
import type { Judge, Verdict, WorkItem } from '../plan/work-item.ts';
import type { SourceUnit } from '../see/source/read-source.ts';
import { unitContent } from '../see/values.ts';

export interface Attempt {
  readonly item: WorkItem;
  readonly method: TermMethod;
  readonly numbered: boolean;
  readonly reuse: ReusePlan | undefined;
  readonly cut: Cut;
  /** One a segment; undefined where the unit has no terms. */
  readonly marked: readonly Marked[] | undefined;
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
  const marked = unit.terms.found.hits.length === 0 ? undefined : markAll(cut, item, method);
  const prompt =
    method === 'prompt'
      ? new Map(unit.terms.required(language).map((term) => [term.source, term.accepted[0] ?? term.source]))
      : undefined;
  const article = source.file.namespace;
  const [around, former] = method === 'prompt' ? [aroundOf(item), formerOf(item)] : [undefined, undefined];
  const hasOwn =
    around !== undefined ||
    marked !== undefined ||
    cut.context !== undefined ||
    (prompt !== undefined && prompt.size > 0);
  const request: EngineUnit = hasOwn
    ? {
        article,
        segments: marked?.map(({ content }) => content) ?? cut.pieces,
        ...(cut.context === undefined ? {} : { context: cut.context }),
        ...(prompt === undefined || prompt.size === 0 ? {} : { terms: prompt }),
        ...(around === undefined ? {} : { around }),
        ...(former === undefined ? {} : { former }),
      }
    : bareRequest(article, cut);
  return { item, method, numbered, reuse, cut, marked, request };
}

const places = new WeakMap<readonly SourceUnit[], ReadonlyMap<string, number>>();
/** More of a neighbour says nothing more of the unit. */
const NEIGHBOUR = 300;

/** The unit's place in its file, and its neighbours' words. */
function aroundOf({ source: { units }, unit: { expected } }: WorkItem): Around | undefined {
  const known = places.get(units) ?? new Map(units.map(({ key }, index) => [key, index]));
  places.set(units, known);
  const place = known.get(expected.source.key);
  if (place === undefined) return undefined;
  const words = (unit: SourceUnit | undefined): string => (unit === undefined ? '' : shownWords(unitContent(unit)));
  const [before, after] = [words(units[place - 1]), words(units[place + 1])];
  return { place, before: before.slice(-NEIGHBOUR), after: after.slice(0, NEIGHBOUR) };
}

/** What the unit said before its source changed, and how that was translated. */
function formerOf({ unit: { line, value } }: WorkItem): EngineUnit['former'] {
  return line?.previous === undefined || value === undefined ? undefined : { source: line.previous, target: value };
}

/** Without terms the same for all languages: what is made of it for one serves the others. */
function bareRequest(article: string, cut: Cut): EngineUnit {
  const request = bare.get(cut) ?? { article, segments: cut.pieces };
  bare.set(cut, request);
  return request;
}

const bare = new WeakMap<Cut, EngineUnit>();

function markAll({ pieces, nextId: first }: Cut, { unit, language }: WorkItem, method: TermMethod): Marked[] {
  let nextId = first;
  return pieces.map((piece) => {
    const one = mark(piece, unit.terms, method, language, nextId);
    nextId = one.nextId;
    return one;
  });
}

/**
 * The key of an answer in the local store: everything that the answer depends on, and nothing else.
 * @param engine its name, and its options where it has any.
 */
export function requestKey(engine: string, attempt: Attempt): string {
  const { item, method, request } = attempt;
  const pair = [item.unit.expected.source.language, item.language];
  const glossary = method === 'native' ? item.unit.terms.hash(item.language) : undefined;
  const { context, terms, former } = request;
  const isBare = glossary === undefined && context === undefined && terms === undefined && former === undefined;
  const own = [glossary ?? null, context ?? null, [...(terms ?? [])], ...(former === undefined ? [] : [former])];
  const around = isBare ? '' : ` ${shortHash(JSON.stringify(own))}`;
  return `${engine} ${pair.join('>')} ${method} ${segmentsHash(request)}${around}`;
}

const hashes = new WeakMap<EngineUnit['segments'], string>();

/** Made once for all languages that share the segments. */
function segmentsHash({ segments }: EngineUnit): string {
  const hash = hashes.get(segments) ?? shortHash(JSON.stringify(segments));
  hashes.set(segments, hash);
  return hash;
}

/** Puts an answer together and judges it. */
export function settleAttempt(attempt: Attempt, answer: EngineAnswer, engine: string, judge: Judge): Outcome {
  if (!answer.ok) return { ok: false, reason: answer.reason, verdict: undefined, unmask: false };
  const restored: (readonly Inline[])[] = [];
  for (let index = 0; index < attempt.request.segments.length; index++) {
    const sentence = answer.segments[index] ?? [];
    const marked = attempt.marked?.[index];
    if (sentence.every((item) => item.type === 'text' && item.text.trim() === ''))
      return { ok: false, reason: 'a sentence did not come back', verdict: undefined, unmask: false };
    const segment = marked === undefined ? sentence : restore(sentence, marked);
    if (segment === undefined)
      return { ok: false, reason: 'a term did not come back', verdict: undefined, unmask: false };
    restored.push(segment);
  }
  const content = assemble(attempt.cut, restored, attempt.item.language);
  if (content === undefined) {
    return { ok: false, reason: 'the number of a plural form did not come back', verdict: undefined, unmask: true };
  }
  const verdict = judge.target(attempt.item.unit, content, {
    origin: engine,
    unknownWords: [...(answer.unknownWords ?? []), ...keptUnknownWords(attempt, content)],
  });
  if (verdict.refused) {
    const fault = verdict.findings.find(({ severity }) => severity === 'error');
    const reason = fault === undefined ? 'damaged' : messageOf(fault);
    return { ok: false, reason, verdict: undefined, unmask: false };
  }
  const missed = verdict.findings.find(mayRetry);
  if (missed !== undefined) return { ok: false, reason: messageOf(missed), verdict, unmask: false };
  return { ok: true, verdict };
}

function keptUnknownWords({ item, reuse }: Attempt, content: readonly Inline[]): readonly string[] {
  if (reuse === undefined) return [];
  const text = shownWords(content);
  return wordsOf(item.unit.line?.findings ?? []).filter((word) => text.includes(word));
}
