/**
 * What people said in the team's other projects, by the same ladder and the same scores as the project's own texts. It is
 * asked after these; what comes of it says where it is from, and nobody has reviewed it here.
 */
import { findingOf } from '../../checks/finding.ts';
import { mayRetry } from '../../checks/index.ts';
import { sharedMatch } from '../../checks/pipeline-rules.ts';
import { translationMemory, type Match, type MemoryQuery } from '../../memory/matches.ts';
import type { FoundText, TextFinder } from '../../team/texts/find.ts';
import type { Judge, Recalled, WorkItem } from '../plan/work-item.ts';
import type { Project } from '../see/project.ts';
import { canonicalIn, needSyntaxes, parseValue, syntaxNamed, unitContent } from '../see/values.ts';
import { placeOf } from './recall.ts';
import { wordsOf } from './shared-words.ts';

/** Above every score: fuzzy matches are not used. */
const NEVER = 101;
/** Texts in one look-up. */
const MOST = 200;

/**
 * @param isRedone machine text is made anew: then only an exact match is one.
 * @param settle called for what was found.
 * @returns the items that nobody has said before.
 */
export async function recallShared(
  items: readonly WorkItem[],
  finder: TextFinder,
  { configuration }: Project,
  judge: Judge,
  isRedone: boolean,
  settle: (item: WorkItem, result: Recalled) => void,
): Promise<WorkItem[]> {
  const left: WorkItem[] = [];
  const minimum = isRedone ? NEVER : configuration.fuzzyThreshold;
  for (const group of groups(items)) {
    const [first] = group;
    if (first === undefined) continue;
    const pair = { source: first.unit.expected.source.language, target: first.language };
    if (!(await finder.hasAny(pair))) left.push(...group);
    else {
      for (let at = 0; at < group.length; at += MOST) {
        const some = group.slice(at, at + MOST);
        const queries = some.map(queryOf);
        const texts = await finder.find(
          pair,
          queries.map(({ source }) => ({ source, words: wordsOf(source) })),
          Math.min(minimum, 100),
        );
        await needSyntaxes(['plain', ...texts.flatMap((own) => own.map(({ syntax }) => syntax))]);
        for (const [index, item] of some.entries()) {
          const query = queries[index];
          const match = query && bestMatch(query, texts[index] ?? [], minimum, isRedone);
          const result = match && use(item, match, judge);
          if (result === undefined) left.push(item);
          else settle(item, result);
        }
      }
    }
  }
  return left;
}

/** Items of one language pair. */
function groups(items: readonly WorkItem[]): WorkItem[][] {
  const byPair = new Map<string, WorkItem[]>();
  for (const item of items) {
    const { source } = item.unit.expected;
    const pair = `${source.language} ${item.language}`;
    const group = byPair.get(pair);
    if (group === undefined) byPair.set(pair, [item]);
    else group.push(item);
  }
  return [...byPair.values()];
}

function queryOf(item: WorkItem): MemoryQuery {
  const { source } = item.unit.expected;
  const content = unitContent(source);
  const { namespace, key, before, after } = placeOf(item);
  return {
    namespace,
    key,
    sourceLanguage: source.language,
    targetLanguage: item.language,
    source: canonicalIn(source.syntax, content),
    ...(before === undefined ? {} : { previousSource: before }),
    ...(after === undefined ? {} : { nextSource: after }),
    syntax: source.syntax,
    content,
  };
}

interface SharedMatch extends Match {
  readonly project: string;
}

/** The project that sorts first counts where several are as good: the order in which they came does not matter. */
export function bestMatch(
  query: MemoryQuery,
  texts: readonly FoundText[],
  minimum: number,
  isExact: boolean,
): SharedMatch | undefined {
  if (texts.length === 0) return undefined;
  const entries = texts
    .toSorted((a, b) => (a.project < b.project ? -1 : Number(a.project > b.project)))
    .map(({ before, after, ...text }) => ({
      ...text,
      sourceLanguage: query.sourceLanguage,
      targetLanguage: query.targetLanguage,
      ...(before === undefined ? {} : { previousSource: before }),
      ...(after === undefined ? {} : { nextSource: after }),
      origin: 'person',
    }));
  const memory = translationMemory(entries, { syntax: syntaxNamed, minimum: Math.min(minimum, NEVER - 3) });
  const match = memory.lookup(query);
  if (match === undefined || (match.class === 'fuzzy' && match.score < minimum)) return undefined;
  if (isExact && match.score < 100) return undefined;
  const project = entries.find((entry) => entry === match.entry)?.project;
  return project === undefined ? undefined : { ...match, project };
}

function use(item: WorkItem, match: SharedMatch, judge: Judge): Recalled | undefined {
  const { expected } = item.unit;
  // A plural form depends on its number, which the source text does not hold.
  if (expected.count !== undefined) return undefined;
  const syntax = match.class === 'fuzzy' ? match.entry.syntax : expected.source.syntax;
  const verdict = judge.target(item.unit, parseValue(syntax, match.target), { origin: 'memory', unknownWords: [] });
  if (verdict.refused || verdict.findings.some(mayRetry)) return undefined;
  const { namespace, key } = match.entry;
  const from = findingOf(sharedMatch, { score: Math.floor(match.score), project: match.project, namespace, key });
  return {
    done: true,
    value: verdict.value,
    findings: [...verdict.findings, from],
    origin: 'memory',
    match: match.class === 'fuzzy' ? 'fuzzy' : String(match.score),
  };
}
