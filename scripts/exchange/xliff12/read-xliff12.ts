import { SourceError } from '../../project/errors.ts';
import type { Inline } from '../../units/unit.ts';
import type { ReturnedText } from '../exchanged.ts';
import { InlineBuilder } from '../inline-builder.ts';
import type { XliffTaker } from '../xliff2/read-xliff2.ts';
import { decodeId } from '../xml/ids.ts';
import { elementsIn, type XmlElement, type XmlVisitor } from '../xml/xml-tree.ts';
import { stateOf } from './vocabulary.ts';

/**
 * Reads XLIFF 1.0 to 1.2, unit by unit.
 * @param name of the file, for errors.
 */
export function xliff12Visitor(name: string, taker: XliffTaker): XmlVisitor {
  let file = '';
  let language: string | undefined;
  return {
    open: ({ name: element, attributes, line }) => {
      if (element === 'file') {
        file = attributes.get('original') ?? '';
        const own = attributes.get('target-language');
        if (language !== undefined && own !== undefined && own !== language)
          throw new SourceError('holds several target languages.', {
            place: { file: name, line },
            remedy: 'Split it by language.',
          });
        language ??= own;
        taker.languages(attributes.get('source-language') ?? '', own);
      }
      return CONTAINERS.has(element) ? 'children' : 'tree';
    },
    tree: (element) => {
      if (element.name === 'trans-unit') taker.text(readUnit(element, file));
    },
  };
}

const CONTAINERS: ReadonlySet<string> = new Set(['xliff', 'file', 'body', 'group']);

function readUnit(unit: XmlElement, file: string): ReturnedText {
  const children = elementsIn(unit);
  const child = (name: string): XmlElement | undefined => children.find((one) => one.name === name);
  const [, own = '', part] = /^(.*?)(?::(\d+))?$/s.exec(unit.attributes.get('id') ?? '') ?? [];
  const [source, target] = [child('source'), child('target')];
  const faults: string[] = [];
  const read = target === undefined ? undefined : contentOf(target, faults);
  const wanted = sentencesIn(child('seg-source'));
  const found = sentencesIn(target);
  const isPartial = found > 0 && found < wanted;
  return {
    file,
    key: decodeId(own),
    part: Number(part ?? 0),
    line: unit.line,
    source: source === undefined ? [] : contentOf(source, faults),
    target: isPartial || read === undefined || read.length === 0 ? undefined : read,
    isPartial,
    state: stateOf(unit.attributes.get('approved'), target?.attributes.get('state')),
    isDoubtful: false,
    print: unit.attributes.get('extradata'),
    fault: faults[0],
  };
}

/** How many sentences with words are marked in an element. */
function sentencesIn(element: XmlElement | undefined): number {
  if (element === undefined) return 0;
  return elementsIn(element).reduce((sum, one) => {
    const isSentence = one.name === 'mrk' && one.attributes.get('mtype') === 'seg';
    return sum + (isSentence && one.children.length > 0 ? 1 : 0) + (isSentence ? 0 : sentencesIn(one));
  }, 0);
}

/** Content; what stands inside native codes is theirs and not read. */
function contentOf(element: XmlElement, faults: string[]): readonly Inline[] {
  const builder = new InlineBuilder();
  const foreign = (): void => void faults.push('its inline codes cross each other');
  const visit = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (typeof child === 'string') {
        builder.text(child);
        continue;
      }
      const id = Number(child.attributes.get('id'));
      const pair = Number(child.attributes.get('rid') ?? child.attributes.get('id'));
      switch (child.name) {
        case 'g':
          builder.start(id);
          visit(child);
          builder.end(id);
          break;
        case 'x':
        case 'ph':
        case 'it':
          builder.standing(id);
          break;
        case 'bx':
        case 'bpt':
          builder.start(pair);
          break;
        case 'ex':
        case 'ept':
          if (!builder.end(pair)) foreign();
          break;
        case 'mrk':
          visit(child);
          break;
        default:
          faults.push(`<${child.name}> cannot be read here`);
      }
    }
  };
  visit(element);
  const content = builder.finish();
  if (content === undefined) foreign();
  return content ?? [];
}
