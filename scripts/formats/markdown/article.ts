import { SourceError } from '../../project/errors.ts';
import type { ArticleFormat, InlineSyntax, ParseOptions } from '../format.ts';
import { headingIds } from '../links/heading-slugs.ts';
import { withFrontMatter, type ParsedBody } from '../with-front-matter.ts';
import { addressesIn } from './addresses.ts';
import { checkLimits } from './limits.ts';
import { checkRuns } from './run-limits.ts';
import type { Blocks } from './blocks/block-unit.ts';
import { readBlocks } from './blocks/read-blocks.ts';
import { deadLinks } from './blocks/dead-links.ts';
import { withExplicitIds } from './fill/explicit-ids.ts';
import { fillBody } from './fill/fill.ts';
import type { Grammar } from './grammar/grammar.ts';
import { findMarks } from './marks/find-marks.ts';
import { maskTemplates } from './marks/masks.ts';
import type { ProvableBody } from './fill/structure-proof.ts';

/** A dialect of Markdown as a source format. */
export function createFormat(
  name: string,
  extensions: readonly string[],
  grammar: Grammar,
  syntax: InlineSyntax,
): ArticleFormat {
  const parse = (text: string, options: ParseOptions): ReturnType<ArticleFormat['parse']> =>
    withFrontMatter(text, options, (body) => parseBody(body, grammar, syntax, options));
  return { kind: 'article', name, extensions, parse };
}

function parseBody(body: string, grammar: Grammar, syntax: InlineSyntax, options: ParseOptions): ParsedBody {
  const read = (source: string): Blocks => readBlocks(source, grammar, syntax, options.flavour);
  const survey = (source: string): ProvableBody | undefined => {
    if (grammar.features === undefined) return undefined;
    const text = maskTemplates(source, syntax.name);
    return { text, marks: findMarks(text.masked), features: grammar.features(text.masked) };
  };
  let known: ProvableBody | undefined;
  const surveyed = (): ProvableBody | undefined => (known ??= survey(body));
  const blocks = readFirst(read, body);
  const ids = ({ headings }: Blocks): readonly string[] => headingIds(headings, options.flavour);
  const lineOf = lineCounter(body);
  const units = blocks.units.map(({ kind, value, syntax: unitSyntax, language, content, region }) => ({
    kind,
    value,
    syntax: unitSyntax,
    line: lineOf(region.start),
    ...(language === undefined ? {} : { language }),
    ...(content === undefined ? {} : { content }),
  }));
  return {
    units,
    spans: blocks.units.map(({ region: { start, end } }) => ({ start, end })),
    warnings: [...blocks.warnings, ...(options.idForm === undefined ? deadLinks(blocks, () => ids(blocks)) : [])].map(
      ({ offset, message }) => ({ line: lineIn(body, offset), message }),
    ),
    outline: () => blocks.outline.join('\n'),
    headingIds: () => ids(blocks),
    addresses: () => addressesIn(body, grammar, syntax.name),
    fill(values, { parse: given, headingIds: wanted } = {}) {
      const parse = given === undefined ? syntax.parse : (value: string) => given(syntax.name, value);
      const filled = fillBody(body, blocks, values, syntax, { read, survey, surveyed }, parse);
      const refused = [...filled.refused].map(([unit, reason]) => ({ unit, reason }));
      const { idForm } = options;
      if (idForm === undefined || idForm === 'none' || blocks.headings.length === 0)
        return { text: filled.text, refused };
      const now = filled.text === body ? blocks : read(filled.text);
      const all = wanted ?? ids(blocks);
      const explicit = withExplicitIds(filled.text, blocks, all, ids(now), filled.placeOf, idForm, options.flavour);
      return { text: explicit, refused };
    },
  };
}

/** MDX can be broken: its parser's message and line go to the user. */
function readFirst(read: (source: string) => Blocks, body: string): Blocks {
  try {
    checkLimits(body);
    checkRuns(body);
    return read(body);
  } catch (cause) {
    if (!(cause instanceof Error) || !('reason' in cause) || typeof cause.reason !== 'string') throw cause;
    // A tag that the end of the file leaves open has its place in the message alone: "(3:1-3:7)".
    const said = 'line' in cause && typeof cause.line === 'number' ? cause.line : undefined;
    const line = said ?? Number(/\((\d+):\d+/.exec(cause.reason)?.[1] ?? 1);
    const remedy = 'Mend the file: nothing of it is translated until then.';
    throw new SourceError(`${cause.reason}.`, { place: { line }, remedy, cause });
  }
}

function lineIn(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Lines of offsets that only grow: each line end is counted once. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (let next = text.indexOf('\n', at); next !== -1 && next < offset; next = text.indexOf('\n', at)) {
      line++;
      at = next + 1;
    }
    return line;
  };
}
