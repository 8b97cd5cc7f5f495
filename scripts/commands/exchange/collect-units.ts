/** The units of a project as they go out to translators: one document a language. */
import type {
  ExchangeDocument,
  ExchangeNote,
  ExchangeSegment,
  ExchangeText,
  ExchangeUnit,
} from '../../exchange/exchanged.ts';
import { printFingerprint } from '../../exchange/fingerprint.ts';
import { messageOf } from '../../checks/index.ts';
import { similarity } from '../../memory/score.ts';
import { judged } from '../../pipeline/judge/judge-seen.ts';
import { onlyFilter } from '../../pipeline/see/source/find-sources.ts';
import type { SourceFile } from '../../pipeline/see/source/sources.ts';
import type { UnitState } from '../../pipeline/see/target/unit-state.ts';
import { valueHash } from '../../pipeline/see/values.ts';
import { unwaived } from '../../pipeline/see/target/waivers.ts';
import { languageName, sameLanguage } from '../../project/languages.ts';
import type { Termbase } from '../../terminology/term.ts';
import { canonical } from '../../units/canonical.ts';
import { pluralSuffix } from '../../units/plurals.ts';
import { plainText } from '../../units/content.ts';
import { joinSegments, segment } from '../../units/segments.ts';
import type { Inline, Segment, State } from '../../units/unit.ts';
import type { OpenedProject } from '../review/open-project.ts';
import { findingsOf, isStale, shownTerms } from '../review/show-unit.ts';
import { sourceTexts, targetTexts, textHash, type UnitTexts } from './unit-texts.ts';

/** What is left out where nothing is said: nothing. */
export interface Selection {
  /** As `translate --only`. */
  readonly only: string | undefined;
  readonly states: readonly (State | 'stale')[] | undefined;
  /** Only units with a finding; with a name: of this check. */
  readonly findings: boolean | string;
}

/**
 * @throws GlossaError when a file cannot be read: half an export would look like all of it.
 */
export async function collectUnits(
  opened: OpenedProject,
  language: string,
  selection: Selection,
): Promise<ExchangeDocument> {
  const { project } = opened;
  const { termbase } = await project.termbase();
  const { sourceLanguage } = project.configuration;
  const isNamed = selection.only === undefined ? () => true : await onlyFilter(opened.files, selection.only);
  const files: ExchangeDocument['files'][number][] = [];
  for (const file of opened.files.filter(isNamed)) {
    const { state, errors } = await readLanguage(opened, file, language);
    const [error] = errors;
    if (error !== undefined) throw error;
    if (state === undefined) continue;
    const units = state.flatMap((unit) => exchangeUnit(unit, file, sourceLanguage, termbase, selection));
    if (units.length > 0) files.push({ path: file.path, units });
  }
  return { sourceLanguage, targetLanguage: language, files };
}

/** The units of a file in a language that people may translate, judged; none where it is not translated into it. */
export async function readLanguage(opened: OpenedProject, file: SourceFile, language: string) {
  const reading = await opened.read(file, language);
  if (reading.kind !== 'read') return { state: undefined, errors: reading.errors };
  const found = reading.state.languages.find((one) => one.language === language);
  const state = found?.units
    .filter(({ expected: { source } }) => source.value.trim() !== '' && !sameLanguage(source.language, language))
    .map((unit) => (unit.judge ? judged(unit) : unit));
  return { state, errors: state === undefined ? reading.errors : [] };
}

/** What the file says of a unit's state: a text whose source has changed is open again. */
export function shownState(unit: UnitState): State {
  if (unit.value === undefined || isStale(unit)) return 'initial';
  const { state = 'translated' } = unit.line ?? {};
  return state === 'initial' ? 'translated' : state;
}

function exchangeUnit(
  unit: UnitState,
  { path }: SourceFile,
  from: string,
  termbase: Termbase,
  selection: Selection,
): ExchangeUnit[] {
  const { language } = unit;
  const { expected, line, value } = unit;
  const { source, key } = expected;
  const stale = isStale(unit);
  const state = shownState(unit);
  const states: readonly string[] = stale ? ['stale'] : [state];
  if (selection.states !== undefined && !selection.states.some((one) => states.includes(one))) return [];
  const findings = unwaived(findingsOf(unit), line);
  if (selection.findings !== false) {
    const isMeant = findings.some(({ rule }) => selection.findings === true || rule === selection.findings);
    if (!isMeant) return [];
  }
  const texts = sourceTexts(source, language);
  const target = value === undefined ? undefined : targetTexts(texts, value);
  const previous = stale ? line?.previous : undefined;
  const suggestion = stale && line?.suggested === source.hash ? line.suggestion : undefined;
  const former = previous === undefined ? undefined : sourceTexts(source, language, previous);
  const base = { source: source.hash, state, isStale: stale };
  const pluralForm = expected.count === undefined ? undefined : pluralSuffix(key);
  const notes: ExchangeNote[] = [
    { category: 'context', text: `${path}:${source.line} (${source.kind})` },
    ...(sameLanguage(source.language, from)
      ? []
      : [{ category: 'context' as const, text: `in ${languageName(source.language)}` }]),
    ...(line?.note === undefined ? [] : [{ category: 'reviewer' as const, text: line.note }]),
    ...findings.map((one) => ({ category: 'finding' as const, text: `${one.rule}: ${messageOf(one)}` })),
  ];
  return [
    {
      key,
      kind: source.kind,
      line: source.line,
      source: source.value,
      target: value,
      previous,
      suggestion,
      state,
      print: printFingerprint({ ...base, target: value === undefined ? undefined : valueHash(source.syntax, value) }),
      texts: [...texts.texts].map(([part, content]): ExchangeText => {
        const own = target?.texts.get(part);
        return {
          part,
          segments: segmentsOf(content, source.language, own, language),
          matches: [
            ...matchOf('previous', former, value, part, content),
            ...matchOf('suggestion', texts, suggestion, part, content),
          ],
          print: printFingerprint({ ...base, target: textHash(own) }),
        };
      }),
      notes,
      terms: shownTerms(unit, language, termbase).map(({ note, ...term }) => ({ ...term, note })),
      plural:
        pluralForm?.type === 'cardinal'
          ? {
              base: pluralForm.base,
              category: pluralForm.category,
              sourceCategory: pluralSuffix(source.key)?.category ?? '',
            }
          : undefined,
    },
  ];
}

function matchOf(
  origin: 'previous' | 'suggestion',
  from: UnitTexts | undefined,
  value: string | undefined,
  part: number,
  now: readonly Inline[],
): ExchangeText['matches'] {
  const source = from?.texts.get(part);
  const target = from === undefined || value === undefined ? undefined : targetTexts(from, value).texts.get(part);
  if (source === undefined || target === undefined) return [];
  return [{ source, target, similarity: similarity(canonical(source), canonical(now)), origin }];
}

/** Sentences as the memory cuts them; one where source and target are not cut into as many. */
function segmentsOf(
  content: readonly Inline[],
  from: string,
  target: readonly Inline[] | undefined,
  to: string,
): ExchangeSegment[] {
  const sources = segment(content, from);
  if (target === undefined)
    return sources.map((one) => {
      return { source: one.content, target: undefined, gap: one.gap, targetGap: gapIn(one.gap, from, to) };
    });
  const targets = segment(target, to);
  if (targets.length !== sources.length) return [{ source: content, target, gap: '', targetGap: '' }];
  return sources.map((one, index) => {
    const own = targets[index];
    return { source: one.content, target: own?.content, gap: one.gap, targetGap: own?.gap ?? one.gap };
  });
}

/** What stands between two sentences of another language: Chinese and Japanese put nothing there. */
function gapIn(gap: string, source: string, target: string): string {
  const [one, other] = ['a', 'b'].map((text): Segment => ({ content: [{ type: 'text', text }], gap }));
  if (one === undefined || other === undefined) return gap;
  return plainText(joinSegments([one, { ...other, gap: '' }], { source, target })).slice(1, -1);
}
