/** What people have taken as right: shown with the reason, and counted. */
import type { RecordLine } from '../../locales/record.ts';
import { waiversOf } from '../../pipeline/see/target/waivers.ts';
import type { SourceFile } from '../../pipeline/see/source/sources.ts';
import type { WaivedFinding } from './fault.ts';

/** The waivers of some lines that hold: neither source nor target has changed since. */
export function waivedOf(
  lines: readonly RecordLine[],
  { namespace, bundle }: Pick<SourceFile, 'namespace' | 'bundle'>,
  language: string,
): WaivedFinding[] {
  return lines.flatMap((line) =>
    waiversOf(line).map(({ rule, reason }) => ({
      file: bundle(language),
      language,
      namespace,
      key: line.key,
      rule,
      reason,
    })),
  );
}
