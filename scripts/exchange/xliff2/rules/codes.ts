/** Rules of inline codes (XLIFF 2.1, 4.3 and 4.7). */
import { NO_XML } from '../../xml/escape-xml.ts';
import { elementsIn, type XmlElement } from '../../xml/xml-tree.ts';
import { coreWithin, type Tell } from './fault.ts';

const CODES: ReadonlySet<string> = new Set(['ph', 'pc', 'sc', 'ec']);
const STYLES = /^xlf:(?:lb|pb|b|i|u)$/;

/** What each code must be by itself. @param all of a unit. @param data ids of the unit's original data. */
export function checkCodes(all: readonly XmlElement[], data: ReadonlySet<string>, tell: Tell): void {
  const byId = new Map(all.filter(({ name }) => CODES.has(name)).map((one) => [one.attributes.get('id'), one]));
  for (const element of all) {
    const { attributes, name } = element;
    const get = (attribute: string): string | undefined => attributes.get(attribute);
    if (name === 'cp') {
      const point = Number.parseInt(get('hex') ?? '', 16);
      const character = point >= 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
      if (character.replace(NO_XML, '') !== '')
        tell('cp', `cp is for characters that XML cannot hold, and ${get('hex') ?? ''} is none`, element);
    }
    if ((name === 'mrk' || name === 'sm') && (get('type') ?? 'generic') === 'generic' && get('translate') === undefined)
      tell('annotation', 'an annotation without a type must have translate', element);
    if (!CODES.has(name)) continue;
    const [type, subType] = [get('type'), get('subType')];
    if (subType !== undefined && type === undefined) tell('sub-type', 'subType needs type beside it', element);
    if (
      subType?.startsWith('xlf:') === true &&
      !(type === 'ui' ? subType === 'xlf:var' : type === 'fmt' && STYLES.test(subType))
    )
      tell('sub-type', `"${subType}" does not go with the type ${type ?? ''}`, element);
    const reorder = get('canReorder') ?? 'yes';
    if (reorder !== 'yes' && (get('canDelete') !== 'no' || get('canCopy') !== 'no'))
      tell('can-reorder', `canReorder="${reorder}" needs canCopy and canDelete to be no`, element);
    for (const attribute of ['dataRef', 'dataRefStart', 'dataRefEnd']) {
      const ref = get(attribute);
      if (ref !== undefined && !data.has(ref)) tell('data-ref', `"${ref}" is no original data of this unit`, element);
    }
    for (const pair of ['dataRef', 'subFlows', 'equiv'])
      if (name === 'pc' && (get(`${pair}Start`) === undefined) !== (get(`${pair}End`) === undefined))
        tell('pairs', `${pair}Start and ${pair}End must stand together`, element);
    const copied = get('copyOf');
    if (copied !== undefined) checkCopy(element, byId.get(copied), tell);
  }
}

function checkCopy(copy: XmlElement, original: XmlElement | undefined, tell: Tell): void {
  const data = ['dataRef', 'dataRefStart', 'dataRefEnd'];
  if (original === undefined) tell('copy', 'copyOf names no code of this unit', copy);
  else if (original.attributes.get('canCopy') === 'no')
    tell('copy', 'copyOf names a code that may not be copied', copy);
  else if ([original, copy].some(({ attributes }) => data.some((name) => attributes.has(name))))
    tell('copy', 'a code with original data is not copied by copyOf', copy);
}

const SAME = ['canCopy', 'canDelete', 'canOverlap'] as const;

/** Start and end of codes and annotations in all sources, or all targets, of a unit. */
export function checkSpans(contents: readonly XmlElement[], tell: Tell): void {
  const all = contents.flatMap(coreWithin);
  const open = new Map<string, XmlElement>();
  const marks = new Map<string, XmlElement>();
  const closed = new Set<string>();
  for (const element of all) {
    const { attributes, name } = element;
    const [id, startRef, isolated] = [
      attributes.get('id') ?? '',
      attributes.get('startRef'),
      attributes.get('isolated') === 'yes',
    ];
    if (name === 'sm') marks.set(id, element);
    if (name === 'em' && !marks.delete(startRef ?? '')) tell('em', 'an em needs its sm before it', element);
    if (name === 'sc') open.set(id, element);
    if (name !== 'ec') continue;
    if (isolated !== (startRef === undefined) || isolated !== attributes.has('id'))
      tell('isolated', 'an end code has id where it is isolated, else startRef', element);
    if (!isolated && attributes.has('dir')) tell('isolated', 'an end code has dir only where it is isolated', element);
    if (isolated || startRef === undefined) continue;
    const start = open.get(startRef);
    if (start === undefined || closed.has(startRef) || start.attributes.get('isolated') === 'yes') {
      tell('isolated', 'an end code that is not isolated needs its start code before it', element);
      continue;
    }
    closed.add(startRef);
    for (const attribute of SAME)
      if ((start.attributes.get(attribute) ?? 'yes') !== (attributes.get(attribute) ?? 'yes'))
        tell('same', `${attribute} of start and end code must be the same`, element);
    const [first, last] = [start, element].map((one) => one.attributes.get('canReorder') ?? 'yes');
    if ((first === 'firstNo' ? 'no' : first) !== last)
      tell('same', 'canReorder of start and end code do not go together', element);
  }
  for (const [id, start] of open)
    if (!closed.has(id) && start.attributes.get('isolated') !== 'yes')
      tell('isolated', 'a start code that is not isolated needs its end code after it', start);
  for (const mark of marks.values()) tell('sm', 'an sm needs its em after it', mark);
}

/** Codes that may not go: each is in a target of the unit where its own sentence has one. */
export function checkDeletions(parts: readonly XmlElement[], tell: Tell): void {
  const name = ({ attributes }: XmlElement): string => attributes.get('id') ?? attributes.get('startRef') ?? '';
  const targets = parts.flatMap(elementsIn).filter((one) => one.name === 'target');
  const there = new Set(targets.flatMap(coreWithin).map(name));
  for (const part of parts) {
    const [source, target] = elementsIn(part);
    if (part.name !== 'segment' || source === undefined || target === undefined) continue;
    for (const code of coreWithin(source))
      if (code.attributes.get('canDelete') === 'no' && !there.has(name(code)))
        tell('can-delete', `the code ${name(code)} may not be deleted, and its target does not have it`, code);
  }
}

/** Sequences that may not be reordered: they begin with firstNo, and are in the target as in the source. */
export function checkSequences(parts: readonly XmlElement[], tell: Tell): void {
  const of = (kind: string): ReadonlyMap<string, string> =>
    sequences(
      parts.flatMap(elementsIn).filter(({ name }) => name === kind),
      tell,
    );
  const [sources, targets] = [of('source'), of('target')];
  for (const [first, sequence] of targets) {
    const own = sources.get(first);
    if (own !== undefined && own !== sequence)
      tell('can-reorder', `the codes from ${first} on may not be reordered`, parts[0] ?? { line: 1 });
  }
}

function sequences(contents: readonly XmlElement[], tell: Tell): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const content of contents) {
    let first: string | undefined;
    for (const { name, reorder, element } of tokens(content)) {
      if (reorder === 'firstNo') found.set((first = name), name);
      else if (reorder === 'yes') first = undefined;
      else if (first === undefined)
        tell('can-reorder', 'a code that may not be reordered needs one with firstNo before it', element);
      else found.set(first, `${found.get(first) ?? ''} ${name}`);
    }
  }
  return found;
}

function tokens(content: XmlElement): { name: string; reorder: string; element: XmlElement }[] {
  return elementsIn(content).flatMap((element) => {
    const { attributes } = element;
    const id = attributes.get('id') ?? `/${attributes.get('startRef') ?? ''}`;
    const reorder = attributes.get('canReorder') ?? 'yes';
    if (!CODES.has(element.name)) return tokens(element);
    const own = { name: id, reorder, element };
    if (element.name !== 'pc') return [own];
    return [own, ...tokens(element), { name: `/${id}`, reorder: reorder === 'firstNo' ? 'no' : reorder, element }];
  });
}
