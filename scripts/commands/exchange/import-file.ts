/** `import`: a file of another tool, whatever it is. */
import { createReadStream, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { exclusively } from '../../locales/exclusive-run.ts';
import { describe, type GlossaError } from '../../project/errors.ts';
import { importMemory, importTermbase } from '../import.ts';
import type { OpenedProject } from '../review/open-project.ts';
import { importSheet, sheetLines } from './glossary-csv.ts';
import { importTexts, type ImportOptions } from './import-texts.ts';
import type { FileKind } from './kinds.ts';
import { importLines, memoryLines, needsSomebody, termLines } from './show-import.ts';

export interface ImportedFile {
  /** For `--json`. */
  readonly result: unknown;
  readonly lines: readonly string[];
  readonly errors: readonly GlossaError[];
  /** Somebody must look at something. */
  readonly isOpen: boolean;
}

/** @throws GlossaError when the file cannot be read as what it is. */
export async function importFile(
  opened: OpenedProject,
  asked: FileKind & { readonly file: string },
  options: ImportOptions,
): Promise<ImportedFile> {
  const { file } = asked;
  const { project } = opened;
  const { dryRun, note } = options;
  if (asked.kind === 'texts') {
    const report = await importTexts(opened, asked.format, file, () => createReadStream(file), options);
    return {
      result: { ...report, errors: report.errors.map(describe) },
      lines: importLines(report, dryRun),
      errors: report.errors,
      isOpen: needsSomebody(report),
    };
  }
  const bytes = readFileSync(file);
  if (asked.kind === 'tmx') {
    const taken = await importMemory(opened, file, bytes, options);
    return done(taken, memoryLines(taken, dryRun), taken.merged.some(needsSomebody));
  }
  if (asked.kind === 'csv') {
    const name = basename(file);
    const taken = dryRun
      ? await importSheet(project, name, bytes, undefined)
      : await exclusively(project, note, (writer) => importSheet(project, name, bytes, writer));
    return done(taken, sheetLines(taken, dryRun));
  }
  const name = basename(file, extname(file));
  const taken = await exclusively(project, note, (writer) =>
    importTermbase(project, name, bytes, dryRun ? undefined : writer),
  );
  return done(taken, termLines(taken, dryRun));
}

function done(result: unknown, lines: readonly string[], isOpen = false): ImportedFile {
  return { result, lines, errors: [], isOpen };
}
