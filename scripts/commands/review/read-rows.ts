/** All units of a project as rows: read once, and again only of files that have changed. */
import { describe } from '../../project/errors.ts';
import { judgedSeen } from '../../pipeline/judge/judge-seen.ts';
import type { FileReading } from '../../pipeline/see/read-project.ts';
import type { SourceFile } from '../../pipeline/see/source/sources.ts';
import { unitContent } from '../../pipeline/see/values.ts';
import type { UnitRow } from '../../review/contract.ts';
import { canonical } from '../../units/canonical.ts';
import type { OpenedProject } from './open-project.ts';
import { rowOf } from './show-unit.ts';

export interface FileRows {
  readonly file: SourceFile;
  readonly sourceLanguage: string;
  /** By language; absent of those that the file is not translated into. */
  readonly rows: ReadonlyMap<string, readonly UnitRow[]>;
  /** The sources in canonical form, by the target's key. */
  readonly canonicals: ReadonlyMap<string, string>;
  readonly troubles: readonly string[];
}

export interface RowReader {
  /** In the order of the files' paths. */
  all(opened: OpenedProject): Promise<readonly FileRows[]>;
  of(opened: OpenedProject, file: SourceFile): Promise<FileRows>;
}

export function rowReader(): RowReader {
  const known = new Map<string, { readonly print: string; readonly rows: Promise<FileRows> }>();
  const of = (opened: OpenedProject, file: SourceFile): Promise<FileRows> => {
    const print = opened.printOf(file);
    const held = known.get(file.path);
    if (held?.print === print) return held.rows;
    const rows = opened.read(file).then((reading) => rowsOf(file, reading));
    known.set(file.path, { print, rows });
    return rows;
  };
  return {
    of,
    async all(opened) {
      const rows: FileRows[] = [];
      for (const file of opened.files) {
        rows.push(await of(opened, file));
        // A large project takes seconds: who asks for something else meanwhile is answered.
        await new Promise((resolve) => setImmediate(resolve));
      }
      return rows;
    },
  };
}

function rowsOf(file: SourceFile, reading: FileReading): FileRows {
  const troubles = reading.errors.map(describe);
  if (reading.kind !== 'read') {
    return { file, sourceLanguage: '', rows: new Map(), canonicals: new Map(), troubles };
  }
  const { source, languages } = reading.state;
  const rows = new Map<string, readonly UnitRow[]>();
  const canonicals = new Map<string, string>();
  for (const { language, units: seen } of languages) {
    const units = judgedSeen(seen);
    for (const unit of units) {
      const { key, source: own } = unit.expected;
      if (!canonicals.has(key)) canonicals.set(key, canonical(unitContent(own)));
    }
    rows.set(
      language,
      units.map((unit) => rowOf(file.namespace, unit)),
    );
  }
  return { file, sourceLanguage: source.language, rows, canonicals, troubles };
}
