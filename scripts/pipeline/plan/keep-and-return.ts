/** People's texts that leave with their unit go into the memory, and come back with it. */
import { formOf, formPath, madeFrom } from '../../units/key-forms.ts';
import { printKeptMemory, type KeptMemories, type KeptText } from '../see/kept-memory.ts';
import type { AddedForm } from '../see/target/added-form.ts';
import type { GoneTarget } from '../see/target/left-over.ts';
import type { SourceState } from '../see/source/read-source.ts';
import { isProtected } from '../see/target/record-lines.ts';
import type { LanguageState } from '../see/target/see-language.ts';
import { next, type UnitState } from '../see/target/unit-state.ts';
import type { Judge } from './work-item.ts';
import { valueHash } from '../see/values.ts';

/** A language after its people's texts left with their units, or came back. */
export interface Returned {
  readonly state: LanguageState;
  /** The new text of the language's memory, where it changes; null: it is empty now. */
  readonly memory: string | null | undefined;
  /** How many units have their texts again. */
  readonly units: number;
}

/** @param memories what is kept of each language; changed as the texts leave and come. */
export function keepAndReturn(
  source: SourceState,
  seen: LanguageState,
  memories: KeptMemories,
  judge: Judge,
): Returned {
  const memory = memories.get(seen.language);
  const own = memory.texts.filter(({ namespace }) => namespace === source.file.namespace);
  const returned = new Set<KeptText>();
  const units =
    own.length === 0
      ? seen.units
      : seen.units.map((unit) => {
          const text = own.find((kept) => comesBack(kept, unit));
          const back = text && withKept(unit, text, judge);
          if (text === undefined || back === undefined) return unit;
          returned.add(text);
          return back;
        });
  const count = returned.size;
  const forms = own.length === 0 ? [] : returnedForms(source, seen, own);
  for (const { text } of forms) returned.add(text);
  const extra = [...seen.extra, ...forms.map(({ form }) => form)];
  const state = returned.size === 0 ? seen : { ...seen, units, extra };
  const kept = seen.gone
    .filter(({ line }) => line === undefined || isProtected(line))
    .map((gone): KeptText => {
      const { key, value, line } = gone;
      const { namespace } = source.file;
      const of = formOfSource(key, source.snapshot.entries);
      const { state: lineState = 'translated', origin } = line ?? {};
      return { namespace, key, source: sourceOf(gone, source), target: value, state: lineState, ...of, origin };
    });
  if (returned.size === 0 && kept.length === 0) return { state, memory: undefined, units: count };
  const rest = { ...memory, texts: [...memory.texts.filter((text) => !returned.has(text)), ...kept] };
  memories.set(seen.language, rest);
  return { state, memory: printKeptMemory(rest), units: count + forms.length };
}

/** @returns undefined where it is machine text that the checks or the terms of today would not let through. */
function withKept(
  unit: UnitState,
  { target, state, origin = 'person' }: KeptText,
  judge: Judge,
): UnitState | undefined {
  const isPerson = state === 'reviewed' || state === 'final' || origin === 'person';
  const { findings } = judge.value(unit, target, isPerson);
  if (!isPerson && findings.some(({ severity }) => severity === 'error')) return undefined;
  return next(unit, { kind: 'kept', target, state, origin, findings });
}

/** Of a form that only the target has: the key that it is one of. */
export function formOfSource(key: string, keys: Pick<ReadonlySet<string>, 'has'>): Pick<KeptText, 'of'> {
  const of = madeFrom(key, keys);
  return of === undefined || of === key ? {} : { of };
}

/** The text that a target was made from; a form that only the target has says the text of the form that it is one of. */
export function sourceOf({ key, line }: GoneTarget, { snapshot: { entries } }: SourceState): string {
  const value = line?.previous ?? entries.get(madeFrom(key, entries) ?? '')?.value;
  return typeof value === 'string' ? value : '';
}

function comesBack(kept: KeptText, { value, problems, expected }: UnitState): boolean {
  if (value !== undefined || problems.length > 0 || kept.key !== expected.key) return false;
  return valueHash(expected.source.syntax, kept.source) === expected.source.hash;
}

/** Forms that people had added to a key that is back. */
function returnedForms(
  { units }: SourceState,
  state: LanguageState,
  own: readonly KeptText[],
): { readonly text: KeptText; readonly form: AddedForm }[] {
  const sources = new Map(units.map((unit) => [unit.key, unit]));
  const taken = new Set([
    ...state.units.map(({ expected: { key } }) => key),
    ...state.extra.map(({ line: { key } }) => key),
  ]);
  return own.flatMap((text) => {
    const { key, target } = text;
    const of = taken.has(key) || sources.has(key) ? undefined : formOf(key, sources);
    const unit = sources.get(of?.of ?? '');
    if (of === undefined || unit === undefined || valueHash(unit.syntax, text.source) !== unit.hash) return [];
    const path = formPath(of, unit);
    if (path?.join('.') !== key) return [];
    taken.add(key);
    const line = {
      key,
      source: unit.hash,
      state: text.state,
      origin: 'person',
      target: valueHash(unit.syntax, target),
    };
    return [{ text, form: { entry: { path, value: target }, line, unit, isEdited: false } }];
  });
}
