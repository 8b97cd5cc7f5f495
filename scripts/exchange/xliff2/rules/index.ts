/** The rules of XLIFF 2.1 for a whole file, as it is read: what is remembered of it is ids. */
import { elementsIn, type OpeningTag, type XmlElement } from '../../xml/xml-tree.ts';
import { isCore, type Fault, type Tell } from './fault.ts';
import { IdSet } from '../../id-set.ts';
import { checkChildren, checkExtensionIds, checkTag, checkTree, checkUnique, childName } from './structure.ts';
import { checkUnit, inherited, type Inherited, type Languages } from './unit.ts';

export interface Rules {
  /** An element that stands for itself, and is not a container of units. */
  readonly isTree: (tag: OpeningTag) => boolean;
  readonly open: (tag: OpeningTag) => Fault | undefined;
  readonly other: (element: XmlElement) => Fault | undefined;
  readonly unit: (element: XmlElement) => Fault | undefined;
  readonly close: () => Fault | undefined;
}

interface Container {
  readonly tag: OpeningTag;
  /** Names of the children so far; those that may stand in any number count once. */
  readonly names: string[];
  readonly extensionIds: Set<string>;
  readonly inherited: Inherited;
}

export function openRules(): Rules {
  const open: Container[] = [];
  const files = new IdSet();
  let languages: Languages = { source: '', target: undefined };
  /** Of the file that is read. */
  let units = new IdSet();
  let groups = new IdSet();
  let flows = new Map<string, number>();

  const judged = (work: (tell: Tell) => void): Fault | undefined => {
    let first: Fault | undefined;
    work((rule, message, { line }) => (first ??= { rule, message, line }));
    return first;
  };
  const around = (): Inherited => open.at(-1)?.inherited ?? { space: 'default', language: undefined };
  const enter = (tag: OpeningTag): void => {
    const names = open.at(-1)?.names;
    const name = childName(tag);
    if (names !== undefined && !(names.at(-1) === name && REPEATED.has(name))) names.push(name);
  };
  const once = (ids: IdSet, tag: OpeningTag, tell: Tell): void => {
    const id = tag.attributes.get('id') ?? '';
    if (!ids.add(id)) tell('id', `the id "${id}" of a ${tag.name} stands twice`, tag);
  };

  return {
    isTree: (tag) => !(isCore(tag) && CONTAINERS.has(tag.name)),
    open: (tag) =>
      judged((tell) => {
        enter(tag);
        checkTag(tag, tell);
        if (tag.name === 'xliff')
          languages = { source: tag.attributes.get('srcLang') ?? '', target: tag.attributes.get('trgLang') };
        if (tag.name === 'file') {
          [units, groups, flows] = [new IdSet(), new IdSet(), new Map()];
          once(files, tag, tell);
        }
        if (tag.name === 'group') once(groups, tag, tell);
        open.push({ tag, names: [], extensionIds: new Set(), inherited: inherited(tag, around()) });
      }),
    other: (element) =>
      judged((tell) => {
        enter(element);
        const parent = open.at(-1);
        checkTree(element, tell);
        if (parent === undefined) return;
        if (parent.tag.name === 'xliff') tell('content', `<xliff> may not hold ${element.name}`, element);
        if (!isCore(element)) checkExtensionIds(element, parent.extensionIds, tell);
        if (element.name === 'notes') checkUnique(elementsIn(element), 'a note', tell);
      }),
    unit: (element) =>
      judged((tell) => {
        enter(element);
        once(units, element, tell);
        for (const { attributes, line } of checkUnit(element, languages, around(), tell))
          for (const name of ['subFlows', 'subFlowsStart', 'subFlowsEnd'])
            for (const id of attributes.get(name)?.split(/\s+/) ?? []) flows.set(id, line);
      }),
    close: () =>
      judged((tell) => {
        const container = open.pop();
        if (container === undefined) return;
        checkChildren(container.tag, container.names, tell);
        if (container.tag.name !== 'file') return;
        for (const [id, line] of flows)
          if (!units.has(id)) tell('sub-flows', `there is no unit "${id}" in this file`, { line });
      }),
  };
}

const CONTAINERS: ReadonlySet<string> = new Set(['xliff', 'file', 'group']);
/** A million of them in a row is one for the model of its parent. */
const REPEATED: ReadonlySet<string> = new Set(['unit', 'group', '*', 'file']);
