/** Findings of texts that are as the last run left them, as their record tells. */
import type { RecordLine } from '../../locales/record.ts';
import { unwaived } from '../../pipeline/see/target/waivers.ts';
import { isApproval } from '../../pipeline/see/target/record-lines.ts';
import type { SourceFile } from '../../pipeline/see/source/sources.ts';
import type { Fault } from './fault.ts';
import { told } from './unit.ts';

/** @param noted lines of a sealed record, each with a target that belongs to its source. */
export function recordedFaults(file: SourceFile, language: string, noted: readonly RecordLine[]): readonly Fault[] {
  const bundle = file.bundle(language);
  const { namespace } = file;
  return noted.flatMap((line) =>
    unwaived(line.findings ?? [], line)
      .filter((finding) => !isApproval(finding))
      .map((finding): Fault => {
        const unit = { file: file.path, bundle };
        return { ...told('finding', finding), file: bundle, key: line.key, language, namespace, unit };
      }),
  );
}
