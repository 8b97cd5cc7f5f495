/**
 * TBX (ISO 30042:2019): reads the dialects Core, Min and Basic in both styles, writes TBX-Basic in the style DCT.
 * Schemas: https://www.tbxinfo.net/tbx-dialects/
 */
import { SourceError } from '../project/errors.ts';
import type { Termbase } from '../terminology/term.ts';
import { categoryProblems } from './tbx/categories.ts';
import { type ConceptTerm, readConcepts } from './tbx/read-concepts.ts';
import { printConcept } from './tbx/print-concept.ts';
import { structureProblems, TBX_NAMESPACE } from './tbx/structure.ts';
import { elementsIn, parseXml, textIn, type XmlElement } from './xml/xml-tree.ts';

const ORIGIN = 'Exported by Glossa.';

/** Either all terms of a file or, when it is not valid TBX, none and the reasons. */
export interface ReadTbx {
  readonly terms: readonly ConceptTerm[];
  readonly errors: readonly SourceError[];
}

/**
 * Reads a TBX file as termbase rows; `printTermRows` of the terminology makes a glossary file of them.
 * A file with errors is refused as a whole: half a termbase is worse than none.
 * @param file path for messages and rows.
 */
export function readTbx(file: string, text: string): ReadTbx {
  try {
    const root = parseXml(file, text);
    const structure = structureProblems(root);
    const problems = structure.length > 0 ? structure : categoryProblems(root);
    const errors = problems.map(({ line, message }) => new SourceError(message, { place: { file, line } }));
    if (errors.length > 0) return { terms: [], errors };
    return { terms: readConcepts(root, file, isOwn(root)), errors: [] };
  } catch (error) {
    if (error instanceof SourceError) return { terms: [], errors: [error] };
    throw error;
  }
}

/**
 * Writes a termbase as TBX-Basic in the style DCT. Read back, it gives the same rows, those of a concept grouped by
 * language.
 * @param sourceLanguage the document's own language.
 */
export function printTbx(termbase: Termbase, sourceLanguage: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<tbx type="TBX-Basic" style="dct" xml:lang="${sourceLanguage}" xmlns="${TBX_NAMESPACE}"`,
    '  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">',
    '  <tbxHeader>',
    '    <fileDesc>',
    '      <sourceDesc>',
    `        <p>${ORIGIN}</p>`,
    '      </sourceDesc>',
    '    </fileDesc>',
    '  </tbxHeader>',
    '  <text>',
    '    <body>',
    ...termbase.concepts.map(printConcept),
    '    </body>',
    '  </text>',
    '</tbx>',
    '',
  ].join('\n');
}

function isOwn(root: XmlElement): boolean {
  const [header] = elementsIn(root);
  return header !== undefined && textIn(header).trim() === ORIGIN;
}
