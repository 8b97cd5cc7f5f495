/** What all formats share: which finding comes first, what is said of its place, by what it is known again. */
import { createHash } from 'node:crypto';
import type { PlacedFinding } from './check-format.ts';

/** Gaps are many and mend themselves with the next run: what is damaged must not drown in them. */
const LAST = ['unrecorded', 'missing', 'stale', 'unreviewed', 'orphan'];

/** Errors first, damage before gaps; of equals the order in which they were found. */
export function worstFirst(findings: readonly PlacedFinding[]): PlacedFinding[] {
  const weight = ({ severity, rule }: PlacedFinding): number =>
    (severity === 'error' ? 0 : 10) + 1 + LAST.indexOf(rule);
  return findings.toSorted((a, b) => weight(a) - weight(b));
}

/**
 * Warnings of one rule in one file become one, at the place of the first, with their number; errors stay as they are.
 * The order is that of the first of each group.
 */
export function grouped(findings: readonly PlacedFinding[]): PlacedFinding[] {
  const groups = new Map<string, PlacedFinding[]>();
  for (const [index, finding] of findings.entries()) {
    const { severity, rule, file, key, message } = finding;
    // What is said of a file as a whole is of one kind only where it says the same.
    const kind = key === undefined ? message : rule;
    const name = severity === 'error' ? String(index) : `${kind}\n${file}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length === 1) return group;
    const words = [...new Set(group.flatMap((one) => one.words ?? []))];
    const own = first.words?.join(', ') ?? '';
    if (words.length === 0 || !first.message.endsWith(own))
      return [{ ...first, message: `${first.message} (and ${group.length - 1} more of this kind in this file)` }];
    const start = first.message.slice(0, first.message.length - own.length);
    return [{ ...first, key: undefined, message: `${start}${words.join(', ')} (${group.length} units)` }];
  });
}

/** `[es] title: `, as far as there is such a thing. */
export function about({ language, key }: Pick<PlacedFinding, 'language' | 'key'>): string {
  const parts = [language === undefined ? [] : [`[${language}]`], key === undefined ? [] : [key]].flat();
  return parts.length === 0 ? '' : `${parts.join(' ')}: `;
}

/** `file:line:column`, as far as it is known: what terminals and editors make a link of. */
export function place({ file, line, column }: Pick<PlacedFinding, 'file' | 'line' | 'column'>): string {
  return [
    file,
    ...(line === undefined ? [] : [line]),
    ...(line === undefined || column === undefined ? [] : [column]),
  ].join(':');
}

/**
 * A name for each finding that stays when lines above it come and go: of its rule, file, unit and words. Equal findings
 * are numbered, so that no two have one name.
 * @returns in the order of the findings.
 */
export function fingerprints(findings: readonly PlacedFinding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, file, language, key, message }) => {
    const text = JSON.stringify([rule, file, language, key, message]);
    const count = seen.get(text) ?? 0;
    seen.set(text, count + 1);
    return createHash('sha256')
      .update(count === 0 ? text : `${text}${count}`)
      .digest('hex')
      .slice(0, 40);
  });
}
