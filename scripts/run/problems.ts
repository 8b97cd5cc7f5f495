/** What only a person can mend: said by every run until it is done, with file, key, language and what to do. */
import type { RecordLine } from '../locales/record.ts';
import { bundlePath } from '../project/paths.ts';
import { isFailure } from './record-lines.ts';

export interface Problem {
  readonly file: string;
  readonly key: string;
  readonly language: string;
  /** The check that found it. */
  readonly check: string;
  readonly message: string;
  /** What to do, a sentence; empty where the message says it. */
  readonly remedy: string;
}

/**
 * The error findings of a file in a language. Why a unit could not be made is not among them: a run that tried says that
 * of each unit that it failed.
 */
export function problemsOf(namespace: string, language: string, lines: readonly RecordLine[]): Problem[] {
  const file = bundlePath(language, namespace);
  return lines.flatMap(({ key, findings = [] }) =>
    findings
      .filter((finding) => finding.severity === 'error' && !isFailure(finding))
      .map(({ check, message }) => ({ file, key, language, check, message, remedy: remedyOf(check) })),
  );
}

/** As `check` shows a fault. */
export function problemLine({ file, key, language, check, message, remedy }: Problem): string {
  const text = remedy === '' ? message : `${message.replace(/[.\s]+$/, '')}. ${remedy}`;
  return `error ${check}: ${file}: [${language}] ${key}: ${text}`;
}

function remedyOf(check: string): string {
  if (check === 'edit-conflict' || check === 'deleted') return '';
  if (check === 'terms') return 'Correct the text there, or take it as it is with review approve.';
  if (check === 'structure') return 'Write a text there that fits into the article.';
  return 'Correct the text there.';
}
