import { SourceError } from '../../project/errors.ts';
import type { Format, InlineSyntax, ParsedFile, ParseOptions } from '../format.ts';
import { readFrontMatter } from '../front-matter/front-matter.ts';
import { checkLimits } from './limits.ts';
import type { Blocks } from './blocks/block-unit.ts';
import { readBlocks } from './blocks/blocks.ts';
import { fillBody } from './fill/fill.ts';
import type { Grammar } from './grammar/grammar.ts';
import { maskBody } from './marks/mask-body.ts';
import type { ProvableBody } from './fill/structure-proof.ts';

/** A dialect of Markdown as a source format. */
export function createFormat(
  name: string,
  extensions: readonly string[],
  grammar: Grammar,
  syntax: InlineSyntax,
): Format {
  return { name, extensions, article: true, parse: (text, options) => parseArticle(text, options, grammar, syntax) };
}

function parseArticle(text: string, options: ParseOptions, grammar: Grammar, syntax: InlineSyntax): ParsedFile {
  const head = readFrontMatter(text, options);
  const body = text.slice(head.bodyOffset);
  const read = (source: string): Blocks => readBlocks(source, grammar, syntax);
  const survey = (source: string): ProvableBody | undefined => {
    if (grammar.features === undefined) return undefined;
    const masked = maskBody(source, syntax.name);
    return { text: masked, features: grammar.features(masked.masked) };
  };
  let known: ProvableBody | undefined;
  const surveyed = (): ProvableBody | undefined => (known ??= survey(body));
  const linesBefore = text.slice(0, head.bodyOffset).split('\n').length - 1;
  const blocks = readFirst(read, body, linesBefore);
  const lineOf = lineCounter(text, head.bodyOffset);
  const units = blocks.units.map(({ kind, value, syntax: unitSyntax, language, content, region }) => ({
    kind,
    value,
    syntax: unitSyntax,
    line: lineOf(region.start),
    ...(language === undefined ? {} : { language }),
    ...(content === undefined ? {} : { content }),
  }));
  const fields = head.units.length;
  return {
    ...(head.language === undefined ? {} : { language: head.language }),
    units: [...head.units, ...units],
    literals: [],
    warnings: blocks.warnings.map(({ offset, message }) => ({ line: lineIn(text, head.bodyOffset + offset), message })),
    outline: () => [head.outline(), ...blocks.outline].join('\n'),
    fill(values, parse = syntax.parse) {
      const bodyValues = new Map(
        [...values].flatMap(([index, value]) => (index < fields ? [] : [[index - fields, value] as const])),
      );
      const filledHead = head.fill(values);
      const filledBody = fillBody(body, blocks, bodyValues, syntax, { read, survey, surveyed }, parse);
      const refused = [...filledBody.refused].map(([index, reason]) => ({ unit: index + fields, reason }));
      return { text: filledHead.text + filledBody.text, refused: [...filledHead.refused, ...refused] };
    },
  };
}

/** MDX can be broken: its parser's message and line go to the user. */
function readFirst(read: (source: string) => Blocks, body: string, linesBefore: number): Blocks {
  try {
    checkLimits(body);
    return read(body);
  } catch (cause) {
    if (cause instanceof SourceError) throw moved(cause, linesBefore);
    if (!(cause instanceof Error) || !('reason' in cause) || typeof cause.reason !== 'string') throw cause;
    // A tag that the end of the file leaves open has its place in the message alone: "(3:1-3:7)".
    const said = 'line' in cause && typeof cause.line === 'number' ? cause.line : undefined;
    const line = said ?? Number(/\((\d+):\d+/.exec(cause.reason)?.[1] ?? 1);
    const remedy = 'Mend the file: nothing of it is translated until then.';
    throw new SourceError(`${cause.reason}.`, { place: { line: line + linesBefore }, remedy, cause });
  }
}

function moved(error: SourceError, linesBefore: number): SourceError {
  const { line } = error.place;
  if (line === undefined) return error;
  return new SourceError(error.message, { place: { line: line + linesBefore }, remedy: error.remedy });
}

function lineIn(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Lines of offsets that only grow: each line end is counted once. */
function lineCounter(text: string, bodyOffset: number): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    const end = bodyOffset + offset;
    for (let next = text.indexOf('\n', at); next !== -1 && next < end; next = text.indexOf('\n', at)) {
      line++;
      at = next + 1;
    }
    return line;
  };
}
