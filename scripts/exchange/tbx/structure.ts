/** The core structure of TBX (ISO 30042:2019, TBXcoreStructV03): which element may stand where. */
import { elementsIn, textIn, type XmlElement } from '../xml/xml-tree.ts';

export const TBX_NAMESPACE = 'urn:iso:std:iso:30042:ed-2';
export const MODULE_NAMESPACES: ReadonlyMap<string, 'min' | 'basic'> = new Map([
  ['http://www.tbxinfo.net/ns/min', 'min'],
  ['http://www.tbxinfo.net/ns/basic', 'basic'],
]);

export interface Problem {
  readonly line: number;
  readonly message: string;
}

interface Model {
  /** Over the names of the children, each with a space behind it; `dct` is an element of a module's namespace. */
  readonly children: RegExp;
  readonly rule: string;
  readonly attributes?: readonly string[];
}

const AUXILIARY = '(?:(?:descrip|descripGrp|admin|adminGrp|transacGrp|note|ref|xref|dct) )*';

const MODELS: ReadonlyMap<string, Model> = new Map(
  Object.entries({
    tbx: { children: /^tbxHeader text $/u, rule: 'one tbxHeader, then one text', attributes: ['type', 'xml:lang'] },
    tbxHeader: {
      children: /^fileDesc (?:encodingDesc )?(?:revisionDesc )?$/u,
      rule: 'fileDesc, then at most one encodingDesc and revisionDesc',
    },
    fileDesc: {
      children: /^(?:titleStmt )?(?:publicationStmt )?(?:sourceDesc )+$/u,
      rule: 'at least one sourceDesc, after titleStmt and publicationStmt if given',
    },
    sourceDesc: { children: /^(?:p )+$/u, rule: 'paragraphs: its text must stand in p' },
    publicationStmt: { children: /^(?:p )+$/u, rule: 'paragraphs: its text must stand in p' },
    encodingDesc: { children: /^(?:p )+$/u, rule: 'paragraphs: its text must stand in p' },
    titleStmt: { children: /^title (?:note )*$/u, rule: 'one title, then notes' },
    revisionDesc: { children: /^(?:change )+$/u, rule: 'changes' },
    change: { children: /^(?:p )+$/u, rule: 'paragraphs: its text must stand in p' },
    text: { children: /^body (?:back )?$/u, rule: 'one body, then at most one back' },
    body: { children: /^(?:conceptEntry )+$/u, rule: 'conceptEntry elements' },
    conceptEntry: {
      children: new RegExp(`^${AUXILIARY}(?:langSec )+$`, 'u'),
      rule: 'descriptions and notes, then at least one langSec',
    },
    langSec: {
      children: new RegExp(`^${AUXILIARY}(?:termSec )+$`, 'u'),
      rule: 'descriptions and notes, then at least one termSec',
      attributes: ['xml:lang'],
    },
    termSec: {
      children: new RegExp(`^term (?:(?:termNote|termNoteGrp|dct) )*${AUXILIARY}$`, 'u'),
      rule: 'exactly one term first, then term notes, then descriptions and notes',
    },
    termNoteGrp: {
      children: /^(?:termNote|dct) (?:(?:admin|adminGrp|transacGrp|note|ref|xref|dct) )*$/u,
      rule: 'exactly one term note first',
    },
    descripGrp: {
      children: /^(?:descrip|dct) (?:(?:descripNote|admin|adminGrp|transacGrp|note|ref|xref|dct) )*$/u,
      rule: 'exactly one description first',
    },
    adminGrp: { children: /^(?:admin|dct) (?:(?:adminNote|note|ref|xref|dct) )*$/u, rule: 'exactly one admin first' },
    transacGrp: {
      children: /^(?:transac|dct) (?:(?:transacNote|date|note|ref|xref|dct) )*$/u,
      rule: 'exactly one transac first',
    },
    back: { children: /^(?:refObjectSec )*$/u, rule: 'refObjectSec elements' },
    refObjectSec: { children: /^(?:refObject )+$/u, rule: 'refObject elements', attributes: ['type'] },
    refObject: { children: /^(?:item |itemSet |itemGrp )+$/u, rule: 'items' },
  }),
);

const INLINE = /^(?:(?:hi|foreign|sc|ec|ph) )*$/u;
const WITH_TEXT: ReadonlySet<string> = new Set(
  'p title term note date descrip descripNote admin adminNote termNote transac transacNote ref xref item hi foreign sc ec ph'.split(
    ' ',
  ),
);
/** Elements whose data category is their `type`, in the style DCA. */
export const TYPED: ReadonlySet<string> = new Set(
  'descrip descripNote admin adminNote termNote transac transacNote ref xref'.split(' '),
);

/** What is wrong with the structure of a document; empty when it is right. */
export function structureProblems(root: XmlElement): Problem[] {
  if (root.name !== 'tbx' || root.namespace !== TBX_NAMESPACE) {
    return [{ line: root.line, message: `The root must be <tbx> in the namespace ${TBX_NAMESPACE}.` }];
  }
  const problems: Problem[] = [];
  const style = root.attributes.get('style');
  if (style !== 'dca' && style !== 'dct') {
    problems.push({ line: root.line, message: 'The attribute style of <tbx> must be "dca" or "dct".' });
  }
  const ids = new Set<string>();
  const visit = (element: XmlElement): void => {
    const say = (message: string): void => {
      problems.push({ line: element.line, message });
    };
    if (element.namespace !== TBX_NAMESPACE) return;
    const id = element.attributes.get('id');
    if (id !== undefined && ids.has(id)) say(`The id "${id}" is given twice.`);
    if (id !== undefined) ids.add(id);
    checkContent(element, say);
    if (style === 'dct' && TYPED.has(element.name)) say(`<${element.name}> is of the style DCA; this file is DCT.`);
    if (style === 'dca' && TYPED.has(element.name) && !element.attributes.get('type')) {
      say(`<${element.name}> must have an attribute type.`);
    }
    for (const child of elementsIn(element)) visit(child);
  };
  visit(root);
  return problems;
}

function checkContent(element: XmlElement, say: (message: string) => void): void {
  const names = elementsIn(element).map((child) =>
    child.namespace === TBX_NAMESPACE ? child.name : moduleName(child),
  );
  const sequence = names.map((name) => `${name} `).join('');
  const model = MODELS.get(element.name);
  if (model === undefined && !WITH_TEXT.has(element.name) && !/^item(?:Set|Grp)$/u.test(element.name)) {
    say(`<${element.name}> is no element of TBX.`);
  } else if (model !== undefined && !model.children.test(sequence)) {
    say(`<${element.name}> must hold ${model.rule}; it holds ${names.join(', ') || 'nothing'}.`);
  } else if (WITH_TEXT.has(element.name) && !INLINE.test(sequence)) {
    say(`<${element.name}> may hold text only; it holds ${names.join(', ')}.`);
  }
  for (const name of model?.attributes ?? []) {
    if (!element.attributes.get(name)) say(`<${element.name}> must have an attribute ${name}.`);
  }
  const hasText = element.children.some((child) => typeof child === 'string' && child.trim() !== '');
  if (hasText && !WITH_TEXT.has(element.name)) say(`<${element.name}> may not hold text of its own.`);
  if (element.name === 'term' && textIn(element).trim() === '') say('<term> has no text.');
}

function moduleName(element: XmlElement): string {
  return MODULE_NAMESPACES.has(element.namespace) ? 'dct' : `${element.name} of another namespace`;
}
