import { elementsIn, type OpeningTag, type XmlElement } from '../../xml/xml-tree.ts';
import { isCore, type Tell } from './fault.ts';
import { MODELS } from './models.ts';
import { checkModuleElement, checkStyle, isModule } from './modules.ts';

/** Name, attributes and their values of one core element. */
export function checkTag(tag: OpeningTag, tell: Tell): void {
  const model = MODELS.get(tag.name);
  if (model === undefined) return tell('element', `<${tag.name}> is no element of XLIFF`, tag);
  for (const name of model.required ?? [])
    if (!tag.attributes.has(name)) tell('attribute', `<${tag.name}> must have the attribute ${name}`, tag);
  for (const [name, value] of tag.attributes) {
    if (name.startsWith('xmlns')) continue;
    const [, namespace] = /^\{(.*)\}/.exec(name) ?? [];
    if (namespace !== undefined) {
      const isAllowed = model.others === 'any' || (model.others === 'modules' && isModule(namespace));
      if (!isAllowed) tell('extension', `<${tag.name}> may not have the attribute ${name}`, tag);
      continue;
    }
    const pattern = model.attributes[name];
    if (pattern === undefined) tell('attribute', `<${tag.name}> may not have the attribute ${name}`, tag);
    else if (!pattern.test(value)) tell('value', `"${value}" is no value of ${name} in <${tag.name}>`, tag);
  }
  checkStyle(tag, tell);
}

/** The children of one core element. @param names as `MODELS` has them. */
export function checkChildren({ name, line }: OpeningTag, names: readonly string[], tell: Tell): void {
  const model = MODELS.get(name);
  if (model === undefined || model.children.test(names.map((one) => `${one} `).join(''))) return;
  tell('content', `<${name}> may not hold ${names.join(', ') || 'nothing'}`, { line });
}

/** The name of an element in a model of children. */
export function childName(element: OpeningTag): string {
  return isCore(element) ? element.name : '*';
}

/** A whole tree: core elements by their models, others where they may stand. */
export function checkTree(element: XmlElement, tell: Tell): void {
  if (!isCore(element)) {
    checkModuleElement(element, tell);
    return;
  }
  checkTag(element, tell);
  const children = elementsIn(element);
  checkChildren(element, children.map(childName), tell);
  const hasText = element.children.some((child) => typeof child === 'string' && child.trim() !== '');
  if (hasText && MODELS.get(element.name)?.text !== true) tell('text', `<${element.name}> may hold no text`, element);
  if (element.name === 'skeleton') checkSkeleton(element, tell);
  for (const child of children) checkTree(child, tell);
}

function checkSkeleton(element: XmlElement, tell: Tell): void {
  const isEmpty = element.children.length === 0;
  const isReferred = element.attributes.has('href');
  if (isEmpty && !isReferred) tell('skeleton', 'an empty skeleton must have href', element);
  if (!isEmpty && isReferred) tell('skeleton', 'a skeleton with href must be empty', element);
}

/** Ids of extensions are unique in the file, group or unit that they stand in. @param ids those found there before. */
export function checkExtensionIds(element: XmlElement, ids: Set<string>, tell: Tell): void {
  if (isModule(element.namespace)) return;
  for (const name of ['id', 'xml:id']) {
    const id = element.attributes.get(name);
    if (id === undefined) continue;
    if (ids.has(id)) tell('extension-id', `the id "${id}" stands twice among the extensions of one element`, element);
    ids.add(id);
  }
  for (const child of elementsIn(element)) checkExtensionIds(child, ids, tell);
}

export function checkUnique(elements: readonly XmlElement[], what: string, tell: Tell): void {
  const ids = new Set<string>();
  for (const element of elements) {
    const id = element.attributes.get('id');
    if (id !== undefined && ids.has(id)) tell('id', `the id "${id}" of ${what} stands twice`, element);
    if (id !== undefined) ids.add(id);
  }
}
