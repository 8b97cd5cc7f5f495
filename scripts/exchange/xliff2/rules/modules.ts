/** The modules of XLIFF 2.1, as far as a reader that leaves them alone must know them. */
import type { OpeningTag } from '../../xml/xml-tree.ts';
import type { Tell } from './fault.ts';

const XLIFF = 'urn:oasis:names:tc:xliff:';
const FORMAT_STYLE = `${XLIFF}fs:2.0`;

/** Elements by namespace. */
const ELEMENTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    'matches:2.0': 'matches match',
    'glossary:2.0': 'glossary glossEntry term translation definition',
    'metadata:2.0': 'metadata metaGroup meta',
    'resourcedata:2.0': 'resourceData resourceItemRef resourceItem source target reference',
    'sizerestriction:2.0': 'profiles normalization data',
    'validation:2.0': 'validation rule',
    'changetracking:2.0': 'changeTrack revisions revision item',
    'changetracking:2.1': 'changeTrack revisions revision item',
    'fs:2.0': '',
  }).map(([name, elements]) => [XLIFF + name, new Set(elements.split(' '))]),
);

/** HTML elements that `fs:fs` may name (XLIFF 2.1, 5.3). */
const STYLES: ReadonlySet<string> = new Set(
  'a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 head hr html i img label legend li ol p pre q s samp select small span strike strong sub sup table tbody td tfoot th thead title tr tt u ul'.split(
    ' ',
  ),
);

/** Whether a namespace is one of the standard's, and no extension. */
export function isModule(namespace: string): boolean {
  return namespace.startsWith(XLIFF) || namespace === 'http://www.w3.org/2005/11/its';
}

export function checkModuleElement({ name, namespace, line }: OpeningTag, tell: Tell): void {
  if (ELEMENTS.get(namespace)?.has(name) === false) tell('module', `<${name}> is no element of its module`, { line });
}

/** Attributes of the module for formatting: the only ones that core elements must have right. */
export function checkStyle({ name, attributes, line }: OpeningTag, tell: Tell): void {
  for (const [attribute, value] of attributes) {
    if (!attribute.startsWith(`{${FORMAT_STYLE}}`)) continue;
    const own = attribute.slice(FORMAT_STYLE.length + 2);
    if (own !== 'fs' && own !== 'subFs') tell('fs', `"${own}" is no attribute of the module fs`, { line });
    if (own === 'fs' && !STYLES.has(value)) tell('fs', `"${value}" is no value of fs`, { line });
    if (own === 'subFs' && !attributes.has(`{${FORMAT_STYLE}}fs`)) tell('fs', 'subFs needs fs beside it', { line });
    if (name === 'ec' && attributes.get('isolated') !== 'yes')
      tell('fs', 'an end code may have fs only where it is isolated', { line });
  }
}
