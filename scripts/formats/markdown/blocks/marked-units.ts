import type { UnitKind } from '../../../units/unit.ts';
import type { InlineSyntax } from '../../format.ts';
import { squeeze } from '../../html/white-space.ts';
import { survey } from '../inline/content-survey.ts';
import type { ShownOption } from '../marks/shown-options.ts';
import type { BlockUnit } from './block-unit.ts';
import { normalizeValue, type Region } from './values.ts';

/** A text that stands in syntax without markup of its own. @param entry of its block in the outline */
export function plainUnit(
  kind: UnitKind,
  value: string,
  region: Region,
  form: BlockUnit['form'],
  entry: number,
  language: string | undefined,
): BlockUnit {
  return {
    kind,
    syntax: 'plain',
    value: squeeze(value),
    region,
    survey: { codes: '', form: '', letters: true, brackets: false, addresses: false },
    form,
    entry,
    ...(language === undefined ? {} : { language }),
  };
}

/** Where the options of a block stand. */
interface OptionPlace {
  readonly offset: number;
  readonly entry: number;
  readonly quotes: number;
  readonly language: string | undefined;
}

/** A text in an option of a block: Markdown, though it stands in a scalar of YAML. */
export function optionUnit(
  { start, end, value: text }: ShownOption,
  { offset, entry, quotes, language }: OptionPlace,
  syntax: InlineSyntax,
): BlockUnit {
  const value = normalizeValue(text);
  return {
    kind: 'html',
    syntax: syntax.name,
    value,
    region: { start: offset + start, end: offset + end, quotes, cell: false },
    survey: survey(syntax.parse(value)),
    form: 'scalar',
    entry,
    ...(language === undefined ? {} : { language }),
  };
}
