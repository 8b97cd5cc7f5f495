/** What every check is handed: the unit as the pipeline has it, its texts pair by pair, and where in the value they stand. */
import { runningText } from '../project/text/running-text.ts';
import type { Inline, Markup } from '../units/unit.ts';
import type { CheckInput, JudgedUnit, JudgeOptions, Span, TextPair } from './check.ts';
import { traitsOf } from './traits.ts';
import { isInSourceLanguage } from './words/source-language.ts';

/** Reads a unit once for all checks. */
export function checkInput(unit: JudgedUnit, options: JudgeOptions = {}): CheckInput {
  const texts = [pair(unit.sourceWords, unit.targetWords)];
  const targets = markupTexts(unit.targetContent);
  if (targets.length > 0) {
    const sources = markupTexts(unit.sourceContent);
    // Texts of markup answer each other by their order; where one is lost, none is told to belong to another.
    const isParallel = sources.length === targets.length;
    targets.forEach((target, index) => texts.push(pair(isParallel ? (sources[index] ?? '') : '', target)));
  }
  return new Input(unit, texts, options);
}

/** A class, because tens of thousands are made in a run, and spreading an object costs more than all checks. */
class Input implements CheckInput {
  readonly kind: CheckInput['kind'];
  readonly syntax: CheckInput['syntax'];
  readonly key?: string;
  readonly namespace?: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly source: string;
  readonly target: string;
  readonly sourceContent: CheckInput['sourceContent'];
  readonly targetContent: CheckInput['targetContent'];
  readonly sourceWords: string;
  readonly targetWords: string;
  readonly codes: CheckInput['codes'];
  readonly terms: CheckInput['terms'];
  readonly person: boolean;
  readonly unknownWords: CheckInput['unknownWords'];
  readonly places?: (page: string) => ReadonlySet<string> | undefined;
  readonly texts: readonly TextPair[];
  readonly limit?: number;
  readonly #detect: JudgeOptions['detect'];

  constructor(unit: JudgedUnit, texts: readonly TextPair[], { detect, limitOf, places }: JudgeOptions) {
    this.kind = unit.kind;
    this.syntax = unit.syntax;
    if (unit.key !== undefined) this.key = unit.key;
    if (unit.namespace !== undefined) this.namespace = unit.namespace;
    this.sourceLanguage = unit.sourceLanguage;
    this.targetLanguage = unit.targetLanguage;
    this.source = unit.source;
    this.target = unit.target;
    this.sourceContent = unit.sourceContent;
    this.targetContent = unit.targetContent;
    this.sourceWords = unit.sourceWords;
    this.targetWords = unit.targetWords;
    this.codes = unit.codes;
    this.terms = unit.terms;
    this.person = unit.person;
    this.unknownWords = unit.unknownWords;
    if (places !== undefined) this.places = places;
    this.texts = texts;
    const limit = unit.key === undefined ? undefined : limitOf?.(unit.key);
    if (limit !== undefined) this.limit = limit;
    this.#detect = detect;
  }

  spanOf(index: number, start: number, end: number): Span | undefined {
    return spanIn(this, this.texts, index, start, end);
  }

  looksLikeSource(text: string): boolean {
    return this.#detect !== undefined && isInSourceLanguage(text, this, this.#detect);
  }
}

function pair(source: string, target: string): TextPair {
  return { source, target, sourceHas: traitsOf(source), targetHas: traitsOf(target) };
}

const NO_TEXTS: readonly string[] = [];

/** Alt texts, titles and the like, in order; most contents have none. */
function markupTexts(content: readonly Inline[]): readonly string[] {
  return content.some(hasTexts) ? runningText(content).markup : NO_TEXTS;
}

function hasTexts(node: Inline): boolean {
  if (node.type === 'text') return false;
  if (node.type === 'code') return node.markup.some(isText);
  return node.open.some(isText) || node.close.some(isText) || node.children.some(hasTexts);
}

function isText(part: Markup[number]): boolean {
  return typeof part !== 'string';
}

/** Finds a part of a text in the value: piece by piece, each behind the one before, as they stand in it. */
function spanIn(
  { target, targetContent }: JudgedUnit,
  texts: readonly TextPair[],
  index: number,
  start: number,
  end: number,
): Span | undefined {
  if (index > 0) {
    const whole = texts[index]?.target ?? '';
    const at = target.indexOf(whole);
    return at < 0 || whole === '' ? undefined : [at + start, at + end];
  }
  let cursor = 0;
  let first: number | undefined;
  let last: number | undefined;
  for (const { node, start: from } of runningText(targetContent).pieces) {
    if (from >= end) break;
    const at = target.indexOf(node.text, cursor);
    if (at < 0) continue;
    cursor = at + node.text.length;
    const to = from + node.text.length;
    if (to <= start) continue;
    first ??= at + Math.max(0, start - from);
    last = at + Math.min(node.text.length, end - from);
  }
  return first === undefined || last === undefined ? undefined : [first, last];
}
