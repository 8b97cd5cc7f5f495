import { STATES, type Inline, type State } from '../../units/unit.ts';
import type { ReturnedText } from '../exchanged.ts';
import { InlineBuilder, joined } from '../inline-builder.ts';
import { trimBreaks } from '../trim-breaks.ts';
import { decodeId } from '../xml/ids.ts';
import { elementsIn, type XmlElement } from '../xml/xml-tree.ts';
import { OWN, XLIFF2 } from './vocabulary.ts';

/**
 * The text of a `unit`.
 * @param file what its `file` is called.
 * @param fault a rule of XLIFF that the unit breaks.
 */
export function readUnit(unit: XmlElement, file: string, fault: string | undefined): ReturnedText {
  const id = unit.attributes.get('id') ?? '';
  const [, own = id, part] = /^(.*?)(?::(\d+))?$/.exec(id) ?? [];
  const segments = elementsIn(unit).filter(({ name, namespace }) => namespace === XLIFF2 && PARTS.has(name));
  const faults: string[] = fault === undefined ? [] : [fault];
  const read = segments.map((one, index) => readPart(one, { place: index + 1, of: segments.length }, faults));
  const written = read.filter(({ isSentence }) => isSentence);
  // A sentence without words needs nobody.
  const isDone = ({ target, source }: Part): boolean => (target ?? []).length > 0 || !hasWords(source);
  const done = written.filter((one) => isDone(one) || one.isEmptied);
  const isTouched = written.some(({ target }) => (target ?? []).length > 0);
  const isWhole = done.length === written.length && isTouched;
  const targets = read.toSorted((one, other) => one.order - other.order);
  const target = targets.flatMap((one) => one.target ?? (one.isSentence && hasWords(one.source) ? [] : one.source));
  return {
    file,
    key: decodeId(own),
    part: Number(part ?? 0),
    line: unit.line,
    source: joined(read.flatMap(({ source }) => source)),
    target: isWhole ? joined(target) : undefined,
    isPartial: !isWhole && isTouched,
    state: lowest(written.map(({ state }) => state)),
    isDoubtful: false,
    print: unit.attributes.get(`{${OWN}}print`),
    fault: faults[0],
  };
}

const PARTS: ReadonlySet<string> = new Set(['segment', 'ignorable']);

interface Part {
  readonly isSentence: boolean;
  readonly source: readonly Inline[];
  readonly target: readonly Inline[] | undefined;
  /** The translator has put the sentence's words elsewhere, and says so. */
  readonly isEmptied: boolean;
  readonly order: number;
  readonly state: State | undefined;
}

function readPart(
  part: XmlElement,
  { place, of }: { readonly place: number; readonly of: number },
  faults: string[],
): Part {
  const children = elementsIn(part);
  const [source, target] = ['source', 'target'].map((name) => children.find((child) => child.name === name));
  const state = STATES.find((one) => one === part.attributes.get('state'));
  const read = (element: XmlElement): readonly Inline[] => {
    const content = contentOf(element, faults);
    return part.name === 'segment' ? trimBreaks(content, { start: place > 1, end: place < of }) : content;
  };
  const own = target === undefined ? undefined : read(target);
  return {
    isSentence: part.name === 'segment',
    source: source === undefined ? [] : read(source),
    target: own,
    isEmptied: own?.length === 0 && state !== undefined && state !== 'initial',
    order: Number(target?.attributes.get('order') ?? place),
    state,
  };
}

function contentOf(element: XmlElement, faults: string[]): readonly Inline[] {
  const builder = new InlineBuilder();
  const foreign = (): void => void faults.push('its inline codes cross each other, or run over sentences');
  const visit = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (typeof child === 'string') builder.text(child);
      else {
        const id = Number(child.attributes.get('id') ?? child.attributes.get('startRef'));
        if (child.name === 'cp') builder.text(characterOf(child.attributes.get('hex') ?? ''));
        else if (child.name === 'ph') builder.standing(id);
        else if (child.name === 'pc') {
          builder.start(id);
          visit(child);
          builder.end(id);
        } else if (child.name === 'sc') builder.start(id);
        else if (child.name === 'ec') {
          if (!builder.end(id)) foreign();
        } else if (child.name === 'mrk') visit(child);
      }
    }
  };
  visit(element);
  const content = builder.finish();
  if (content === undefined) foreign();
  return content ?? [];
}

function hasWords(content: readonly Inline[]): boolean {
  return content.some((item) =>
    item.type === 'text' ? /\p{L}/u.test(item.text) : item.type === 'pair' && hasWords(item.children),
  );
}

function characterOf(hex: string): string {
  const point = Number.parseInt(hex, 16);
  return point >= 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
}

function lowest(states: readonly (State | undefined)[]): State | undefined {
  const known = states.filter((state) => state !== undefined);
  if (known.length < states.length) return undefined;
  return STATES.find((state) => known.includes(state));
}
