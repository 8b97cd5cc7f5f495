/** A unit as the texts that people translate: its own with numbered codes, and those in its markup; and put together again. */
import { parseValue, printFaithfully, printValue, syntaxNamed, unitContent } from '../../pipeline/see/values.ts';
import { canonical } from '../../units/canonical.ts';
import { codes, mapCodes, plainText } from '../../units/content.ts';
import { markupTexts, withMarkupTexts } from '../../units/markup-texts.ts';
import { shortHash } from '../../project/hash.ts';
import type { Inline, Markup, PairedCode, StandingCode, SyntaxName, Unit } from '../../units/unit.ts';

type Code = StandingCode | PairedCode;

/** The texts of one value by part: 0 is the value's own. */
export interface UnitTexts {
  readonly syntax: SyntaxName;
  /** Of the texts in markup. */
  readonly textSyntax: SyntaxName;
  readonly texts: ReadonlyMap<number, readonly Inline[]>;
}

/** Where a text stands in markup: the part of each place, in the source's order. */
export type PartNames = ReadonlyMap<string, number>;

/**
 * The source as the target language needs it.
 * @param value in place of the unit's own: an older source.
 */
export function sourceTexts(source: Unit, language: string, value = source.value): UnitTexts {
  const { syntax } = source;
  const own = value === source.value ? unitContent(source) : parseValue(syntax, value);
  const content = syntaxNamed(syntax).forLanguage?.(value, language) ?? own;
  return textsOf(syntax, content, partNames(content));
}

/** A target beside its source: codes that say the same have the source's ids, others ids of their own behind them. */
export function targetTexts(source: UnitTexts, value: string): UnitTexts {
  const content = withIdsOf(own(source), parseValue(source.syntax, value));
  const found = textsOf(source.syntax, content, partNames(own(source)));
  const texts = [...found.texts].map(([part, text]) => {
    return [part, part === 0 ? text : withIdsOf(source.texts.get(part) ?? [], text)] as const;
  });
  return { ...found, texts: new Map(texts) };
}

/** Hash of what a text says, without the texts in its markup: those are texts of their own. */
export function textHash(content: readonly Inline[] | undefined): string | undefined {
  if (content === undefined) return undefined;
  const inMarkup = markupTexts(content).map(() => '');
  return shortHash(canonical(inMarkup.length === 0 ? content : withMarkupTexts(content, inMarkup)));
}

/**
 * The value of a unit.
 * @param source of what the texts translate.
 * @param ours the target as it is.
 * @param edited by part, with their codes.
 */
export function composeValue(
  source: UnitTexts,
  ours: UnitTexts | undefined,
  edited: ReadonlyMap<number, readonly Inline[]>,
): { readonly value: string } | { readonly fault: string } {
  // Where there are no words around the markup, as in a message that is all branches, nothing waits for a person.
  const main = edited.get(0) ?? ours?.texts.get(0) ?? (/\p{L}/u.test(plainText(own(source))) ? undefined : own(source));
  if (main === undefined) return { fault: 'only a text in its markup is translated' };
  const names = partNames(own(source));
  const [mine, theirs] = [codesById(ours?.texts.get(0) ?? []), codesById(own(source))];
  const faults: string[] = [];
  const content = mapCodes(main, (code): Code => {
    let n = 0;
    const filled = (markup: Markup): Markup =>
      markup.map((piece) => {
        if (typeof piece === 'string') return piece;
        n += 1;
        const part = names.get(placeName(code.id, n));
        const text = part === undefined ? undefined : edited.get(part);
        if (text !== undefined) return { ...piece, text: printValue(source.textSyntax, text) };
        const isOurs = mine.has(code.id) || !theirs.has(code.id);
        if (!isOurs && part !== undefined && source.texts.has(part))
          faults.push(`its text "${piece.text}" has no translation`);
        return piece;
      });
    return code.type === 'code'
      ? { ...code, markup: filled(code.markup) }
      : { ...code, open: filled(code.open), close: filled(code.close) };
  });
  const [fault] = faults;
  return fault === undefined ? { value: printFaithfully(source.syntax, content) } : { fault };
}

/** What a text says that has nothing but ids, with the codes of its source and target in their places. */
export function withKnownCodes(
  source: readonly Inline[],
  ours: readonly Inline[] | undefined,
  content: readonly Inline[],
): readonly Inline[] {
  const [mine, theirs] = [codesById(ours ?? []), codesById(source)];
  return mapCodes(content, (code): Code => {
    const known = [mine.get(code.id), theirs.get(code.id)].find((one) => one?.type === code.type);
    if (known === undefined) return { ...code, signature: UNKNOWN };
    return known.type === 'code' || code.type === 'code' ? known : { ...known, children: code.children };
  });
}

/** The first code that neither the source nor the target has. */
export function unknownCode(content: readonly Inline[]): number | undefined {
  return codes(content).find(({ signature }) => signature === UNKNOWN)?.id;
}

function codesById(content: readonly Inline[]): ReadonlyMap<number, Code> {
  return new Map(codes(content).map((code) => [code.id, code]));
}

const UNKNOWN = 'unknown';

function own({ texts }: UnitTexts): readonly Inline[] {
  return texts.get(0) ?? [];
}

function textsOf(syntax: SyntaxName, content: readonly Inline[], names: PartNames): UnitTexts {
  const textSyntax = syntaxNamed(syntax).texts ?? 'plain';
  const texts = new Map<number, readonly Inline[]>([[0, content]]);
  for (const code of codes(content)) {
    for (const [name, text] of textsIn(code)) {
      const part = names.get(name);
      if (part !== undefined && /\p{L}/u.test(text)) texts.set(part, parseValue(textSyntax, text));
    }
  }
  return { syntax, textSyntax, texts };
}

function partNames(content: readonly Inline[]): PartNames {
  const names = new Map<string, number>();
  for (const code of codes(content)) for (const [name] of textsIn(code)) names.set(name, names.size + 1);
  return names;
}

function textsIn(code: Code): [name: string, text: string][] {
  const markup = code.type === 'code' ? code.markup : [...code.open, ...code.close];
  const texts = markup.filter((piece) => typeof piece !== 'string');
  return texts.map(({ text }, index) => [placeName(code.id, index + 1), text]);
}

function placeName(id: number, n: number): string {
  return `${id}:${n}`;
}

function withIdsOf(source: readonly Inline[], target: readonly Inline[]): readonly Inline[] {
  const waiting = new Map<string, number[]>();
  const known = codes(source);
  for (const { signature, type, id } of known) {
    const name = `${type} ${signature}`;
    waiting.set(name, [...(waiting.get(name) ?? []), id]);
  }
  let next = known.reduce((highest, { id }) => Math.max(highest, id), 0);
  const ids = new Map<number, number>();
  for (const { id, type, signature } of codes(target))
    ids.set(id, waiting.get(`${type} ${signature}`)?.shift() ?? (next += 1));
  return mapCodes(target, (code) => ({ ...code, id: ids.get(code.id) ?? code.id }));
}
