/** What the engines were asked, in lines for the user; and the exit code. */
import type { ExitCode } from '../../project/errors.ts';
import type { Failure, Report } from '../../project/report/report.ts';

/** More reasons are a number. */
const SHOWN = 10;

export function askedLines({ requests, characters, tokens, failed, languages }: Report, dryRun: boolean): string[] {
  const price = [...languages.values()].reduce((sum, one) => sum + (one.price ?? 0), 0);
  const sent = [
    `${characters} characters`,
    ...(tokens === 0 ? [] : [`about ${tokens} tokens`]),
    `${requests} ${requests === 1 ? 'request' : 'requests'}`,
  ].join(', ');
  const plan = `Would send ${sent}${price === 0 ? '' : `, about ${price.toFixed(2)} EUR`}.`;
  if (dryRun) return [plan];
  return [...failureLines(failed), ...(requests === 0 ? [] : [`Sent: ${sent}.`])];
}

/** A line a reason, with the first of the texts that it kept. */
function failureLines(failed: Report['failed']): string[] {
  const byReason = new Map<string, Failure[]>();
  for (const failure of failed) {
    const name = `[${failure.language}] ${failure.reason}`;
    byReason.set(name, [...(byReason.get(name) ?? []), failure]);
  }
  const lines = [...byReason].map(([name, [first, ...others]]) => {
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    return `not done: ${first?.file} ${first?.key}${more}: ${name}`;
  });
  return lines.length <= SHOWN
    ? lines
    : [...lines.slice(0, SHOWN), `not done for other reasons: ${lines.length - SHOWN} texts or more`];
}

/** Texts that an engine could not do are a result; what kept it from being asked is an error. */
export function codeOf({ errors, refused }: Report): ExitCode {
  const codes: readonly ExitCode[] = [0, ...(refused ? ([3] as const) : []), ...errors.map(({ exitCode }) => exitCode)];
  return codes.reduce((highest, code) => (code > highest ? code : highest));
}
