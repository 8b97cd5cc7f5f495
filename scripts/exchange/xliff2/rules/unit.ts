import { elementsIn, type XmlElement } from '../../xml/xml-tree.ts';
import { checkCodes, checkDeletions, checkSequences, checkSpans } from './codes.ts';
import { coreWithin, isCore, type Tell } from './fault.ts';
import { checkReferences } from './references.ts';
import { checkExtensionIds, checkTree, checkUnique } from './structure.ts';

export interface Languages {
  readonly source: string;
  readonly target: string | undefined;
}

/** What an element has from those around it. */
export interface Inherited {
  /** `xml:space` */
  readonly space: string;
  /** `xml:lang` */
  readonly language: string | undefined;
}

export function inherited({ attributes }: Pick<XmlElement, 'attributes'>, from: Inherited): Inherited {
  return { space: attributes.get('xml:space') ?? from.space, language: attributes.get('xml:lang') ?? from.language };
}

/** Everything that a unit must be. @returns its inline codes and annotations. */
export function checkUnit(unit: XmlElement, languages: Languages, from: Inherited, tell: Tell): readonly XmlElement[] {
  checkTree(unit, tell);
  const children = elementsIn(unit);
  const parts = children.filter((one) => isCore(one) && (one.name === 'segment' || one.name === 'ignorable'));
  if (!parts.some(({ name }) => name === 'segment')) tell('content', 'a unit must have a segment', unit);
  const extensionIds = new Set<string>();
  for (const child of children) {
    if (!isCore(child)) checkExtensionIds(child, extensionIds, tell);
    if (child.name === 'notes') checkUnique(elementsIn(child), 'a note', tell);
  }
  const data = children.filter(({ name }) => name === 'originalData').flatMap(elementsIn);
  checkUnique(data, 'original data', tell);
  const contents = parts.flatMap(elementsIn);
  const codes = contents.flatMap(coreWithin);
  if (codes.length > 0 || data.length > 0)
    checkCodes(
      [...codes, ...data.flatMap(coreWithin)],
      new Set(data.map(({ attributes }) => attributes.get('id') ?? '')),
      tell,
    );
  checkReferences(unit, codes, tell);
  checkIds(parts, contents, tell);
  checkOrder(parts, tell);
  if (codes.length > 0) {
    for (const kind of ['source', 'target'])
      checkSpans(
        contents.filter(({ name }) => name === kind),
        tell,
      );
    checkDeletions(parts, tell);
    checkSequences(parts, tell);
  }
  const own = inherited(unit, from);
  for (const part of parts) checkPart(part, languages, own, tell);
  return codes;
}

function checkPart(part: XmlElement, languages: Languages, from: Inherited, tell: Tell): void {
  const [source, target] = elementsIn(part);
  const state = part.attributes.get('state');
  if (part.attributes.has('subState') && state === undefined) tell('sub-state', 'subState needs state beside it', part);
  if (state !== undefined && state !== 'initial' && target === undefined)
    tell('state', `the state ${state} needs a target`, part);
  if (target !== undefined && languages.target === undefined)
    tell('languages', 'a file with targets must have trgLang', target);
  const pairs = [
    [source, languages.source],
    [target, languages.target],
  ] as const;
  for (const [element, language] of pairs) {
    const own = element === undefined ? undefined : inherited(element, from).language;
    if (element !== undefined && own !== undefined && !isSameLanguage(own, language ?? own))
      tell('languages', `xml:lang of <${element.name}> is ${own}, and the file's is ${language ?? ''}`, element);
  }
  const [one, other] = [source, target].map((element) => element?.attributes.get('xml:space') ?? from.space);
  if (target !== undefined && one !== other) tell('space', 'xml:space of source and target must be the same', target);
}

/** As XPath's `lang`: the same, or a variety of it. */
function isSameLanguage(own: string, of: string): boolean {
  const [one, other] = [own.toLowerCase(), of.toLowerCase()];
  return one === other || one.startsWith(`${other}-`);
}

/** Ids of sentences and codes are unique in a unit, but that a target repeats those of its source. */
function checkIds(parts: readonly XmlElement[], contents: readonly XmlElement[], tell: Tell): void {
  const inSource = [...parts, ...contents.filter(({ name }) => name === 'source').flatMap(coreWithin)];
  checkUnique(inSource, 'a segment or code', tell);
  const names = new Map(inSource.map((one) => [one.attributes.get('id'), one.name]));
  const inTarget = contents.filter(({ name }) => name === 'target').flatMap(coreWithin);
  checkUnique(inTarget, 'a code in a target', tell);
  for (const code of inTarget) {
    const name = names.get(code.attributes.get('id'));
    if (code.attributes.has('id') && name !== undefined && name !== code.name)
      tell('id', `the id "${code.attributes.get('id') ?? ''}" is that of another element in the source`, code);
  }
}

function checkOrder(parts: readonly XmlElement[], tell: Tell): void {
  const places = new Set<number>();
  for (const [index, part] of parts.entries()) {
    const target = elementsIn(part).find(({ name }) => name === 'target');
    if (target === undefined) continue;
    const order = Number(target.attributes.get('order') ?? index + 1);
    if (places.has(order)) tell('order', `two targets have the place ${order}`, target);
    if (order > parts.length) tell('order', `there are ${parts.length} places, and not ${order}`, target);
    places.add(order);
  }
}
