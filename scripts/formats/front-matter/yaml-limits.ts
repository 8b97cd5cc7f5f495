import { DataError } from './strings.ts';

/** Brackets that are open at once: the parser calls itself for each, and ends the process where there is no room for that. */
const DEEPEST = 100;
/** Anchors, aliases, tags and quotes on one line, and anchors, aliases and tags in all: it looks back for each of them. */
const ON_A_LINE = 2_000;
const IN_ALL = 10_000;

/**
 * Refuses YAML that would take the parser minutes, or the process its stack. No author's front matter is near that.
 * @throws DataError with the line
 */
export function checkYamlLimits(text: string): void {
  let depth = 0;
  let marks = 0;
  /** How far the blocks around a line are indented. */
  const blocks: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const fail = (what: string): never => {
      throw new DataError(what, index + 1);
    };
    // A bracket in a text is none; without a text's end nobody can tell, and both kinds are counted off again.
    for (const [sign] of line.matchAll(/[[\]{}]/g))
      depth = Math.max(0, depth + (sign === '[' || sign === '{' ? 1 : -1));
    if (depth > DEEPEST) fail('The front matter is nested too deeply');
    const dashes = /^[ \t]*(?:[-?:][ \t]+)*/.exec(line)?.[0].replace(/[ \t]/g, '').length ?? 0;
    if (dashes > DEEPEST) fail('The front matter is nested too deeply');
    const indent = line.search(/[^ \t]/);
    while (indent >= 0 && (blocks.at(-1) ?? -1) >= indent) blocks.pop();
    if (indent >= 0) blocks.push(indent);
    if (blocks.length > DEEPEST) fail('The front matter is nested too deeply');
    const own = line.match(/(?<![^\s,[{])[&*!](?=\S)/g)?.length ?? 0;
    marks += own;
    const quotes = line.match(/["']/g)?.length ?? 0;
    if (own > ON_A_LINE || quotes > ON_A_LINE || marks > IN_ALL)
      fail('The front matter has too many values or aliases');
  }
}
