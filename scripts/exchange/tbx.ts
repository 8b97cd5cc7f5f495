/**
 * TBX (ISO 30042:2019): reads the dialects Core, Min and Basic in both styles and TBX 2 (2008), writes TBX-Basic in the style
 * DCT and as TBX 2.
 * Schemas: https://www.tbxinfo.net/tbx-dialects/
 */
import { SourceError } from '../project/errors.ts';
import type { Termbase } from '../terminology/term.ts';
import { categoryProblems } from './tbx/categories.ts';
import { type ConceptTerm, readConcepts } from './tbx/read-concepts.ts';
import { fromMartif } from './tbx/martif.ts';
import { notKept } from './tbx/not-kept.ts';
import { printConcept, TBX2, TBX3 } from './tbx/print-concept.ts';
import { structureProblems, TBX_NAMESPACE } from './tbx/structure.ts';
import { elementsIn, parseXml, textIn, type XmlElement } from './xml/xml-tree.ts';

const ORIGIN = 'Exported by Glossa.';

/** Either all terms of a file or, when it is not valid TBX, none and the reasons. */
export interface ReadTbx {
  readonly terms: readonly ConceptTerm[];
  readonly errors: readonly SourceError[];
  /** What a glossary has no place for: how often, by data category. */
  readonly notKept: ReadonlyMap<string, number>;
}

const NOTHING: ReadonlyMap<string, number> = new Map();

/**
 * Reads a TBX file as termbase rows; `printTermRows` of the terminology makes a glossary file of them.
 * A file with errors is refused as a whole: half a termbase is worse than none.
 * @param file path for messages and rows.
 */
export function readTbx(file: string, text: string): ReadTbx {
  try {
    const root = fromMartif(parseXml(file, text));
    const structure = structureProblems(root);
    const problems = structure.length > 0 ? structure : categoryProblems(root);
    const errors = problems.map(({ line, message }) => new SourceError(message, { place: { file, line } }));
    if (errors.length > 0) return { terms: [], errors, notKept: NOTHING };
    return { terms: readConcepts(root, file, isOwn(root)), errors: [], notKept: notKept(root) };
  } catch (error) {
    if (error instanceof SourceError) return { terms: [], errors: [error], notKept: NOTHING };
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
    ...termbase.concepts.map((concept) => printConcept(concept, TBX3)),
    '    </body>',
    '  </text>',
    '</tbx>',
    '',
  ].join('\n');
}

/** The same as TBX 2 (`martif`), for tools that know no other. */
export function printMartif(termbase: Termbase, sourceLanguage: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<martif type="TBX-Basic" xml:lang="${sourceLanguage}">`,
    '  <martifHeader>',
    '    <fileDesc>',
    '      <sourceDesc>',
    `        <p>${ORIGIN}</p>`,
    '      </sourceDesc>',
    '    </fileDesc>',
    '    <encodingDesc>',
    '      <p type="XCSURI">TBXBasicXCSV02.xcs</p>',
    '    </encodingDesc>',
    '  </martifHeader>',
    '  <text>',
    '    <body>',
    ...termbase.concepts.map((concept) => printConcept(concept, TBX2)),
    '    </body>',
    '  </text>',
    '</martif>',
    '',
  ].join('\n');
}

function isOwn(root: XmlElement): boolean {
  const [header] = elementsIn(root);
  return header !== undefined && textIn(header).includes(ORIGIN);
}
