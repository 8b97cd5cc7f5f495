/** The memory's answers: what the project's own texts already say, before any engine is asked. */
import { mayRetry } from '../../checks/index.ts';
import { unknownWords } from '../../checks/words/unknown-words.ts';
import { formerHash } from '../../project/hash.ts';
import { parseValue, needSyntaxes } from '../see/values.ts';
import { recallAlike } from './recall-alike.ts';
import { ranked, type Surroundings } from '../../memory/ladder.ts';
import { isMachine, projectTexts, type ProjectText } from './project-texts.ts';
import type { Project } from '../see/project.ts';
import type { SourceFile } from '../see/source/sources.ts';
import type { ItemSource, Judge, Recalled, WorkItem } from '../plan/work-item.ts';

export type Recall = (item: WorkItem) => Recalled | undefined;

/**
 * Exact matches, in the order of their worth: in context (102, 101) before anywhere (100), people's before machines',
 * then the namespace and key that sort first (rule 7). What a check refuses is no match.
 * @param wanted hashes of the sources that will be asked for, where they are known.
 * @param onlyPeople machine text is made anew (`--redo`): only what people wrote is a match, and exactly or not at all.
 */
export async function openRecall(
  project: Project,
  files: readonly SourceFile[],
  languages: readonly string[],
  wanted: ReadonlySet<string> | undefined,
  judge: Judge,
  onlyPeople = false,
): Promise<Recall> {
  const byLanguage = new Map<string, ReadonlyMap<string, readonly ProjectText[]>>();
  for (const language of languages) {
    const texts = await projectTexts(project, files, language, wanted);
    byLanguage.set(language, texts);
    await needSyntaxes([...texts.values()].flatMap((same) => same.map(({ syntax }) => syntax)));
  }
  const alike = await recallAlike(project, judge);
  return (item) => {
    const { source, count } = item.unit.expected;
    // A plural form depends on its number, which the source text does not hold.
    if (count !== undefined) return undefined;
    const texts = byLanguage.get(item.language);
    const found = (texts?.get(source.hash) ?? texts?.get(formerHash(source.hash)) ?? [])
      .filter((text) => text.from === undefined || text.from === source.language)
      .filter((text) => !onlyPeople || !isMachine(text));
    for (const { text, score: match } of ranked(found, placeOf(item), (one) => one)) {
      const result = use(item, text, match, judge);
      if (result !== undefined) return result;
    }
    return onlyPeople ? undefined : alike(item, texts ?? new Map());
  };
}

/** Where an item stands, and between which sources. */
export function placeOf({ source, unit }: WorkItem): Surroundings {
  const { key } = unit.expected.source;
  const index = indexOf(source, key);
  const [before, after] = [source.units[index - 1]?.hash, source.units[index + 1]?.hash];
  return { namespace: source.file.namespace, key: unit.expected.key, before, after };
}

/** Looked up, not searched for: a bundle of a hundred thousand keys would be read from its beginning for each of them. */
const indexes = new WeakMap<ItemSource, ReadonlyMap<string, number>>();

function indexOf(source: ItemSource, key: string): number {
  let known = indexes.get(source);
  if (known === undefined) {
    known = new Map(source.units.map((unit, index) => [unit.key, index]));
    indexes.set(source, known);
  }
  return known.get(key) ?? -1;
}

function use(item: WorkItem, text: ProjectText, match: number, judge: Judge): Recalled | undefined {
  const person = !isMachine(text);
  const origin = person ? 'memory' : (text.line.origin ?? 'memory');
  // The machine text of this very unit is what is to be made anew: its terms have changed.
  if (!person && text.namespace === item.source.file.namespace && text.key === item.unit.expected.key) return undefined;
  const content = parseValue(text.syntax, text.target);
  const { value, findings, refused } = judge.target(item.unit, content, { origin, unknownWords: [] });
  if (refused || (findings.some(mayRetry) && !person)) return undefined;
  // What the engine did not know then it would not know now; it cannot be asked again.
  const unknown = person ? [] : (text.line.findings ?? []).filter(({ rule }) => rule === unknownWords.name);
  return { done: true, value, findings: [...findings, ...unknown], origin, match: String(match) };
}
