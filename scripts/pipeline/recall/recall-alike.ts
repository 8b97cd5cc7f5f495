/**
 * Matches that are alike, not equal: 99 where only numbers, codes, white space or the mark at the end differ and the target
 * was made to fit, and fuzzy ones from the configured threshold on. Only of people's text: a machine is asked again, so that
 * a run's result does not depend on what an earlier run happened to translate.
 */
import { findingOf } from '../../checks/finding.ts';
import { mayRetry } from '../../checks/index.ts';
import { fuzzyMatch } from '../../checks/pipeline-rules.ts';
import type { Finding } from '../../checks/check.ts';
import { translationMemory, type Match, type MemoryEntry, type TranslationMemory } from '../../memory/matches.ts';
import { GlossaError } from '../../project/errors.ts';
import { bundleTexts } from '../see/source/bundle-texts.ts';
import { isMachine, type ProjectText } from './project-texts.ts';
import type { Project } from '../see/project.ts';
import { canonicalIn, canonicalValue, needSyntaxes, parseValue, syntaxNamed, unitContent } from '../see/values.ts';
import type { Judge, Recalled, WorkItem } from '../plan/work-item.ts';

/** Above every score: fuzzy matches are not used. */
const NEVER = 101;

type ByHash = ReadonlyMap<string, readonly ProjectText[]>;

/** @returns the lookup; each language's memory is built when it is first asked. */
export async function recallAlike(
  project: Project,
  judge: Judge,
): Promise<(item: WorkItem, texts: ByHash) => Recalled | undefined> {
  const { fuzzyThreshold } = project.configuration;
  await needSyntaxes(['plain', 'markdown', 'i18next']);
  const memories = new Map<string, TranslationMemory | undefined>();
  const sources = new Map<string, ReadonlyMap<string, string>>();
  return (item, texts) => {
    const { language, unit, source: file } = item;
    if (!memories.has(language)) memories.set(language, memoryOf(project, language, texts, sources));
    const { source, key } = unit.expected;
    const content = unitContent(source);
    const match = memories.get(language)?.lookup({
      namespace: file.file.namespace,
      key,
      sourceLanguage: source.language,
      targetLanguage: language,
      source: canonicalIn(source.syntax, content),
      syntax: source.syntax,
      content,
    });
    if (match === undefined || (match.class === 'fuzzy' && match.score < fuzzyThreshold)) return undefined;
    const syntax = match.class === 'fuzzy' ? match.entry.syntax : source.syntax;
    const verdict = judge.target(item.unit, parseValue(syntax, match.target), { origin: 'memory', unknownWords: [] });
    if (verdict.refused || verdict.findings.some(mayRetry)) return undefined;
    return {
      done: true,
      value: verdict.value,
      findings: match.class === 'fuzzy' ? [...verdict.findings, fuzzyFinding(match)] : verdict.findings,
      origin: 'memory',
      match: match.class === 'fuzzy' ? 'fuzzy' : String(match.score),
    };
  };
}

/** The reviewer must know that the words are of another text. */
function fuzzyFinding({ score, entry }: Match): Finding {
  return findingOf(fuzzyMatch, { score: Math.floor(score), namespace: entry.namespace, key: entry.key });
}

function memoryOf(
  project: Project,
  language: string,
  texts: ByHash,
  sources: Map<string, ReadonlyMap<string, string>>,
): TranslationMemory | undefined {
  const entries = [...texts.values()].flat().flatMap((text) => entryOf(project, language, text, sources));
  if (entries.length === 0) return undefined;
  const { fuzzyThreshold } = project.configuration;
  return translationMemory(entries, { syntax: syntaxNamed, minimum: Math.min(fuzzyThreshold, NEVER - 3) });
}

function entryOf(
  project: Project,
  targetLanguage: string,
  text: ProjectText,
  sources: Map<string, ReadonlyMap<string, string>>,
): MemoryEntry[] {
  if (isMachine(text)) return [];
  const { namespace, key, syntax, target, line } = text;
  const sourceLanguage = text.from ?? project.configuration.sourceLanguage;
  const source = text.source ?? sourcesOf(project, text.snapshot, sources).get(key);
  if (source === undefined) return [];
  return [
    {
      namespace,
      key,
      sourceLanguage,
      targetLanguage,
      source: canonicalValue(syntax, source),
      syntax,
      target,
      state: line.state,
      origin: line.origin ?? 'person',
    },
  ];
}

/** The source texts of a source bundle, by key. */
function sourcesOf(
  project: Project,
  file: string,
  known: Map<string, ReadonlyMap<string, string>>,
): ReadonlyMap<string, string> {
  const found = known.get(file) ?? readSources(project, file);
  known.set(file, found);
  return found;
}

/** A damaged bundle is reported where its file is read; the memory only goes without it. */
function readSources({ root }: Project, file: string): ReadonlyMap<string, string> {
  try {
    return bundleTexts(root, file);
  } catch (error) {
    if (!(error instanceof GlossaError)) throw error;
    return new Map();
  }
}
