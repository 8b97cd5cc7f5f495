import { SourceError } from '../../project/errors.ts';

/** The parser's time grows faster than these numbers; no article is near them, and with them no file takes five seconds. */
const LIMITS = {
  characters: 2_000_000,
  /** Lists or quotes that begin on one line. */
  depth: 60,
  /** Columns before a list item. */
  indentation: 300,
  items: 20_000,
  brackets: 20_000,
  backticks: 60,
  /** List items that begin on the line of another one, in all. */
  nestedItems: 3_000,
} as const;

const CONTAINERS = /^[ \t]*(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)+/;
const ITEM = /[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])/g;
const RULE = /^[ \t]*(?:(?:\*[ \t]*)+|(?:-[ \t]*)+)$/;

/**
 * Refuses a body that would take minutes to parse: thousands of lists within lists, hundreds of megabytes.
 * @throws SourceError with the line in the body
 */
export function checkLimits(body: string): void {
  const remedy = 'Split the article, or take the generated part out of it.';
  if (body.length > LIMITS.characters) {
    throw new SourceError(`The article is longer than ${LIMITS.characters} characters.`, { remedy });
  }
  let items = 0;
  let nestedItems = 0;
  const brackets = body.split('[').length - 1;
  if (brackets > LIMITS.brackets)
    throw new SourceError(`The article has more than ${LIMITS.brackets} links or brackets.`, { remedy });
  if (body.includes('`'.repeat(LIMITS.backticks)))
    throw new SourceError('The article has too long a run of backticks.', { remedy });
  const fail = (what: string, line: number): never => {
    throw new SourceError(`${what}.`, { place: { line }, remedy });
  };
  for (const [index, line] of body.split('\n').entries()) {
    const start = CONTAINERS.exec(line)?.[0];
    if (start === undefined || RULE.test(line)) continue;
    const depth = start.replace(/\d+|[^-+*>.)]/g, '').length;
    if (depth > LIMITS.depth) fail(`More than ${LIMITS.depth} lists or quotes begin on one line`, index + 1);
    const found = start.match(ITEM)?.length ?? 0;
    if (found === 0) continue;
    items += found;
    nestedItems += found - 1;
    if (start.length - start.trimStart().length > LIMITS.indentation) fail('A list is nested too deeply', index + 1);
    if (items > LIMITS.items) fail(`The article has more than ${LIMITS.items} list items`, index + 1);
    if (nestedItems > LIMITS.nestedItems) fail('Too many lists begin on the line of another list', index + 1);
  }
}
