import { SourceError } from '../../project/errors.ts';
import type { ReturnedText } from '../exchanged.ts';
import type { OpeningTag, XmlElement, XmlVisitor } from '../xml/xml-tree.ts';
import { readUnit } from './read-unit.ts';
import { openRules } from './rules/index.ts';
import type { Fault } from './rules/fault.ts';

/** What a reader gives as it goes. */
export interface XliffTaker {
  /** @param target absent where the file has no targets. */
  readonly languages: (source: string, target: string | undefined) => void;
  readonly text: (text: ReturnedText) => void;
}

/**
 * Reads XLIFF 2.0 and 2.1, unit by unit. What breaks a rule of the standard inside a unit is a fault of that unit's texts; what
 * breaks one outside of units ends the reading.
 * @param name of the file, for errors.
 */
export function xliff2Visitor(name: string, taker: XliffTaker): XmlVisitor {
  const rules = openRules();
  let file = '';
  const refuse = (fault: Fault | undefined): void => {
    if (fault === undefined) return;
    throw new SourceError(`${fault.message} (XLIFF 2.1, rule ${fault.rule}).`, {
      place: { file: name, line: fault.line },
    });
  };
  return {
    open: (tag: OpeningTag) => {
      if (rules.isTree(tag)) return 'tree';
      refuse(rules.open(tag));
      if (tag.name === 'xliff') taker.languages(tag.attributes.get('srcLang') ?? '', tag.attributes.get('trgLang'));
      if (tag.name === 'file') file = tag.attributes.get('original') ?? tag.attributes.get('id') ?? '';
      return 'children';
    },
    tree: (element: XmlElement) => {
      if (element.name !== 'unit') return refuse(rules.other(element));
      const fault = rules.unit(element);
      taker.text(readUnit(element, file, fault && `${fault.message} (XLIFF 2.1, rule ${fault.rule})`));
    },
    close: () => refuse(rules.close()),
    text: (_, line) => refuse({ rule: 'text', message: 'There is text where only elements may stand', line }),
  };
}
