/** One unit, one event: what it is afterwards. */
import { beforeAll, describe, expect, it } from 'vitest';
import { findingOf } from '../../scripts/checks/finding.ts';
import { translation } from '../../scripts/checks/pipeline-rules.ts';
import type { RecordLine } from '../../scripts/locales/record.ts';
import { failureOf, linesByKey } from '../../scripts/pipeline/see/target/record-lines.ts';
import { next, type UnitState } from '../../scripts/pipeline/see/target/unit-state.ts';
import { needSyntaxes, valueHash } from '../../scripts/pipeline/see/values.ts';
import type { Unit } from '../../scripts/units/unit.ts';

beforeAll(() => needSyntaxes(['plain']));

const TERMS: UnitState['terms'] = {
  sourceLanguage: 'en',
  found: { hits: [], ambiguous: [] },
  find: () => ({ hits: [], ambiguous: [] }),
  required: () => [],
  hash: () => 'terms',
};

function unit(more: Partial<UnitState> = {}): UnitState {
  const source: Unit & { hash: string; before: string | undefined } = {
    kind: 'value',
    path: ['a'],
    key: 'a',
    value: 'Save it',
    syntax: 'plain',
    language: 'en',
    line: 1,
    hash: valueHash('plain', 'Save it'),
    before: undefined,
  };
  return {
    language: 'es',
    expected: { key: 'a', path: ['a'], source },
    terms: TERMS,
    judging: {},
    line: undefined,
    value: undefined,
    work: 'translate',
    isEdited: false,
    judge: false,
    problems: [],
    ...more,
  };
}

const line = (more: Partial<RecordLine> = {}): RecordLine => {
  return { key: 'a', source: valueHash('plain', 'Save it'), state: 'translated', origin: 'x', target: 't', ...more };
};

describe('a unit', () => {
  it('that is answered has the text, its hash and the terms that applied', () => {
    const after = next(unit(), { kind: 'answered', value: 'Guárdalo', origin: 'x', findings: [] });
    expect(after).toMatchObject({ value: 'Guárdalo', work: 'none' });
    expect(after.line).toMatchObject({
      state: 'translated',
      origin: 'x',
      target: valueHash('plain', 'Guárdalo'),
      terms: 'terms',
    });
  });

  it('that is refused waits, and tells why; what one machine lacked leaves no trace', () => {
    const finding = findingOf(translation, { reason: 'a tag got lost' });
    const refused = next(unit(), { kind: 'refused', finding, engines: 'e' });
    expect(refused.line).toMatchObject({ state: 'initial', findings: [finding] });
    expect(failureOf(refused.line ?? line())).toEqual(finding);
    const other = next(unit(), { kind: 'refused', finding, engines: 'others' });
    expect(other.line?.asked).not.toBe(refused.line?.asked);
    expect(next(unit(), { kind: 'unmade' }).line).toMatchObject({ state: 'initial', findings: [], asked: undefined });
  });

  it('that does not fit into its article loses a machine’s text, and keeps a person’s', () => {
    const machine = next(unit({ value: 'x', line: line() }), { kind: 'unfit', reason: 'r' });
    expect(machine).toMatchObject({ value: undefined, line: { state: 'initial' } });
    for (const state of ['reviewed', 'final'] as const) {
      const person = next(unit({ value: 'x', line: line({ state }) }), { kind: 'unfit', reason: 'r' });
      expect(person).toMatchObject({ value: 'x', line: { state, findings: [{ rule: 'structure' }] } });
    }
  });

  it('whose suggestion waits keeps its text; accepted, it is a person’s', () => {
    const stale = unit({
      value: 'Mío',
      work: 'suggest',
      line: line({ origin: 'person', source: 'old', previous: 'Save' }),
    });
    const waiting = next(stale, { kind: 'suggested', value: 'Guardar', isAnew: true });
    expect(waiting).toMatchObject({
      value: 'Mío',
      line: { suggestion: 'Guardar', findings: [{ rule: 'suggestion' }] },
    });
    expect(next(waiting, { kind: 'accepted' })).toMatchObject({
      value: 'Guardar',
      judge: true,
      line: { state: 'reviewed', origin: 'person' },
    });
  });

  it('never changes: an event gives another one', () => {
    const before = unit({ value: 'x', line: line() });
    const copy = structuredClone({ ...before, terms: undefined });
    next(before, { kind: 'copied' });
    next(before, { kind: 'judged', findings: [] });
    expect(structuredClone({ ...before, terms: undefined })).toEqual(copy);
  });
});

describe('of two lines for one unit', () => {
  const two = (a: Partial<RecordLine>, b: Partial<RecordLine>) => linesByKey([line(a), line(b)], () => 't').get('a');

  it('the one that fits the bundle counts', () => {
    expect(two({ target: 'other', state: 'translated' }, { state: 'final' })?.state).toBe('final');
    expect(two({ state: 'final' }, { target: 'other', state: 'translated' })?.state).toBe('final');
  });

  it('where both fit, a person’s counts', () => {
    expect(two({ state: 'final' }, { state: 'translated' })?.state).toBe('final');
    expect(two({ state: 'translated' }, { state: 'final' })?.state).toBe('final');
    expect(two({ state: 'translated', origin: 'person' }, { state: 'translated' })?.origin).toBe('person');
  });

  it('where neither fits or both are a person’s, the one that claims less', () => {
    const gone = { target: 'other' };
    expect(two({ ...gone, state: 'final' }, { ...gone, state: 'translated' })?.state).toBe('translated');
    expect(two({ ...gone, state: 'translated' }, { ...gone, state: 'final' })?.state).toBe('translated');
    expect(two({ state: 'final' }, { state: 'reviewed' })?.state).toBe('reviewed');
  });
});
