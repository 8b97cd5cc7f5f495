/** A desk without a project, for tests of the page itself: what a person decides changes rows in memory. */
import type {
  Address,
  Outcome,
  Progress,
  ProjectInfo,
  ShownFinding,
  UnitDetail,
  UnitRow,
} from '../../scripts/review/contract.ts';
import type { ReviewDesk } from '../../scripts/review/desk.ts';

export interface MemoryUnit {
  readonly namespace: string;
  readonly key: string;
  readonly source: string;
  target: string | null;
  state?: UnitRow['state'];
  origin?: string;
  stale?: boolean;
  previous?: string;
  suggestion?: string | undefined;
  note?: string | undefined;
  waived?: Record<string, string>;
  findings?: readonly ShownFinding[];
  terms?: UnitDetail['terms'];
  codes?: readonly string[];
}

export interface MemoryDesk extends ReviewDesk {
  readonly unitsOf: Record<string, MemoryUnit[]>;
  /** Changes a text as another program would. */
  edit(language: string, key: string, target: string): void;
}

const DIRECTIONS: Readonly<Record<string, 'rtl'>> = { ar: 'rtl', he: 'rtl' };
const NAMES: Readonly<Record<string, string>> = { es: 'Spanish', it: 'Italian', ar: 'Arabic' };

/** @param units by language; of languages without any there are none. */
export function memoryDesk(units: Record<string, MemoryUnit[]>): MemoryDesk {
  const listeners = new Set<(namespaces: readonly string[]) => void>();
  const undoable: { by: string; language: string; title: string; before: MemoryUnit[] }[] = [];
  const find = ({ language, namespace, key }: Address): MemoryUnit | undefined =>
    units[language]?.find((unit) => unit.namespace === namespace && unit.key === key);
  const findingsOf = (unit: MemoryUnit, target: string | null): ShownFinding[] => {
    if (target === null) return [];
    const found = [...(unit.findings ?? [])];
    for (const code of unit.codes ?? [])
      if (!target.includes(code)) found.push({ check: 'codes', severity: 'error', message: `lacks ${code}` });
    const double = target.indexOf('  ');
    if (double >= 0)
      found.push({
        check: 'spaces',
        severity: 'warning',
        message: 'two spaces',
        span: { start: double, end: double + 2 },
      });
    return found.map((finding) => {
      const waived = unit.waived?.[finding.check];
      return waived === undefined ? finding : { ...finding, waived };
    });
  };
  /** Rows as they were made last; all are made anew after a change. */
  const known = new Map<MemoryUnit, UnitRow>();
  const rowOf = (unit: MemoryUnit): UnitRow => {
    const row = known.get(unit) ?? freshRow(unit);
    known.set(unit, row);
    return row;
  };
  const freshRow = (unit: MemoryUnit): UnitRow => {
    const found = findingsOf(unit, unit.target);
    const open = found.filter(({ waived }) => waived === undefined);
    return {
      namespace: unit.namespace,
      key: unit.key,
      source: unit.source,
      target: unit.target,
      state: unit.target === null ? 'initial' : (unit.state ?? 'translated'),
      stale: unit.stale ?? false,
      origin: unit.target === null ? '' : (unit.origin ?? 'apertium'),
      version: JSON.stringify([unit.source, unit.target]),
      errors: open.filter(({ severity }) => severity === 'error').length,
      warnings: open.filter(({ severity }) => severity === 'warning').length,
      waived: found.length - open.length,
      suggested: unit.suggestion !== undefined,
      noted: unit.note !== undefined,
    };
  };
  const progressOf = (rows: readonly MemoryUnit[]): Progress => ({
    units: rows.length,
    approved: rows.filter(({ state }) => state === 'reviewed' || state === 'final').length,
    translated: rows.filter(({ target }) => target !== null).length,
    errors: rows.filter((unit) => rowOf(unit).errors > 0).length,
  });
  const namespaces = [...new Set(Object.values(units).flatMap((own) => own.map(({ namespace }) => namespace)))];
  return {
    unitsOf: units,
    edit(language, key, target) {
      const unit = units[language]?.find((one) => one.key === key);
      if (unit === undefined) throw new Error(`no ${key}`);
      Object.assign(unit, { target, origin: 'person', state: 'translated' });
      known.clear();
      for (const listener of listeners) listener([unit.namespace]);
    },
    async project(): Promise<ProjectInfo> {
      return {
        name: 'Sourdough',
        sourceLanguage: 'en',
        languages: Object.entries(units).map(([tag, own]) => ({
          tag,
          name: NAMES[tag] ?? tag,
          direction: DIRECTIONS[tag] ?? 'ltr',
          progress: progressOf(own),
        })),
        files: namespaces.map((namespace) => ({
          namespace,
          path: `source/${namespace}.md`,
          article: namespace.startsWith('blog/'),
          progress: Object.fromEntries(
            Object.entries(units).map(([tag, own]) => [
              tag,
              progressOf(own.filter((unit) => unit.namespace === namespace)),
            ]),
          ),
        })),
        troubles: [],
      };
    },
    async units(language, namespace) {
      return (units[language] ?? [])
        .filter((unit) => namespace === undefined || unit.namespace === namespace)
        .map(rowOf);
    },
    async unit(address) {
      const unit = find(address);
      if (unit === undefined) return undefined;
      const { previous, suggestion, note } = unit;
      return {
        address,
        row: rowOf(unit),
        kind: 'p',
        file: `source/${unit.namespace}.md`,
        line: 1 + (units[address.language] ?? []).indexOf(unit),
        sourceLanguage: 'en',
        sourceDirection: 'ltr',
        ...(previous === undefined ? {} : { previous }),
        ...(suggestion === undefined ? {} : { suggestion }),
        ...(note === undefined ? {} : { note }),
        findings: findingsOf(unit, unit.target),
        terms: unit.terms ?? [],
        codes: unit.codes ?? [],
      };
    },
    async matches(address) {
      const unit = find(address);
      return (units[address.language] ?? [])
        .filter(
          (other) => other !== unit && other.target !== null && other.source.slice(0, 12) === unit?.source.slice(0, 12),
        )
        .slice(0, 3)
        .map((other, index) => ({
          score: 92 - 7 * index,
          source: other.source,
          target: other.target ?? '',
          namespace: other.namespace,
          key: other.key,
          state: other.state ?? 'translated',
          origin: other.origin ?? 'apertium',
        }));
    },
    async judge(address, target) {
      const unit = find(address);
      return unit === undefined ? [] : findingsOf(unit, target);
    },
    async terms(language, text) {
      const all = (units[language] ?? []).flatMap(({ terms }) => terms ?? []);
      return all.filter(({ source, accepted }) => [source, ...accepted].some((form) => form.includes(text)));
    },
    async search(text) {
      return Object.entries(units).flatMap(([language, own]) =>
        own
          .filter(({ source, target }) => `${source}\n${target ?? ''}`.includes(text))
          .slice(0, 100)
          .map((unit) => ({ language, ...rowOf(unit) })),
      );
    },
    async decide({ verb, language, units: named, final, check, reason, note }, by): Promise<Outcome> {
      const done: UnitRow[] = [];
      const clashes: Outcome['clashes'][number][] = [];
      const refused: Outcome['refused'][number][] = [];
      const before: MemoryUnit[] = [];
      for (const { namespace, key, version, target } of named) {
        const unit = find({ language, namespace, key });
        if (unit === undefined) continue;
        if (rowOf(unit).version !== version) {
          clashes.push({ namespace, key, row: rowOf(unit) });
          continue;
        }
        const next = target ?? unit.target;
        const isWrong = findingsOf(unit, next).some(
          ({ severity, waived }) => severity === 'error' && waived === undefined,
        );
        if (verb === 'approve' && (next === null || isWrong)) {
          refused.push({
            namespace,
            key,
            reason: next === null ? 'has no translation yet' : 'has an error: mend it, or dismiss it with a reason',
          });
          continue;
        }
        before.push({ ...unit });
        if (target !== undefined) Object.assign(unit, { target, origin: 'person', state: 'translated' });
        if (verb === 'approve')
          Object.assign(unit, { state: final === true ? 'final' : 'reviewed', stale: false, note: undefined });
        if (verb === 'reject')
          Object.assign(unit, { state: 'translated', note, ...(unit.origin === 'person' ? {} : { target: null }) });
        if (verb === 'accept')
          Object.assign(unit, { target: unit.suggestion, suggestion: undefined, stale: false, origin: 'person' });
        if (verb === 'dismiss') Object.assign(unit, { suggestion: undefined });
        if (verb === 'waive') unit.waived = { ...unit.waived, [check ?? '']: reason ?? '' };
        known.clear();
        done.push(rowOf(unit));
      }
      const title = `${verb} of ${done.length}`;
      if (done.length > 0) {
        undoable.push({ by, language, title, before });
        for (const listener of listeners) listener([...new Set(done.map(({ namespace }) => namespace))]);
      }
      return { language, done, clashes, refused, title };
    },
    async undo(by) {
      const at = undoable.findLastIndex((one) => one.by === by);
      const [last] = at < 0 ? [] : undoable.splice(at, 1);
      if (last === undefined) return undefined;
      known.clear();
      const done = last.before.flatMap((unit) => {
        const own = find({ language: last.language, ...unit });
        if (own === undefined) return [];
        for (const name of ['note', 'suggestion', 'waived', 'state', 'origin', 'stale'] as const) delete own[name];
        return [rowOf(Object.assign(own, unit))];
      });
      for (const listener of listeners) listener([...new Set(done.map(({ namespace }) => namespace))]);
      return { language: last.language, done, clashes: [], refused: [], title: last.title };
    },
    async article(language, namespace, side) {
      const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
      const own = (units[language] ?? []).filter((unit) => unit.namespace === namespace);
      if (own.length === 0) return undefined;
      const blocks = own.map((unit) => {
        const text = side === 'source' ? unit.source : (unit.target ?? unit.source);
        return `<p><x-unit data-key="${escape(unit.key)}">${escape(text)}</x-unit></p>`;
      });
      return `<!doctype html><html lang="${side === 'source' ? 'en' : language}" dir="${side === 'target' ? (DIRECTIONS[language] ?? 'ltr') : 'ltr'}"><head><meta charset="utf-8"><title>${escape(namespace)}</title><link rel="stylesheet" href="/article.css"></head><body class="${side}"><main>${blocks.join('')}</main></body></html>`;
    },
    async image() {
      return undefined;
    },
    async watch(changed) {
      listeners.add(changed);
      return async () => void listeners.delete(changed);
    },
  };
}
