/** The data categories of TBX-Min and TBX-Basic: their kind, values and levels. */
import { MODULE_NAMESPACES, TYPED, type Problem } from './structure.ts';
import { elementsIn, textIn, type XmlElement } from '../xml/xml-tree.ts';

type Level = 'conceptEntry' | 'langSec' | 'termSec';

interface Category {
  readonly module: 'min' | 'basic';
  /** The element that carries it in the style DCA. */
  readonly element: string;
  readonly values?: readonly string[];
  readonly levels?: readonly Level[];
}

const STATUSES = ['preferred', 'admitted', 'deprecated', 'superseded'];
const TERM: readonly Level[] = ['termSec'];

/** Older files write `usageStatus` for `administrativeStatus` and `creation` for `origination`. */
const CATEGORIES: ReadonlyMap<string, Category> = new Map(
  Object.entries<Category>({
    customerSubset: { module: 'min', element: 'admin', levels: ['conceptEntry', 'termSec'] },
    subjectField: { module: 'min', element: 'descrip', levels: ['conceptEntry'] },
    externalCrossReference: { module: 'min', element: 'xref' },
    partOfSpeech: {
      module: 'min',
      element: 'termNote',
      values: ['adjective', 'noun', 'properNoun', 'other', 'verb', 'adverb'],
      levels: TERM,
    },
    administrativeStatus: {
      module: 'min',
      element: 'termNote',
      values: [...STATUSES, ...STATUSES.map((status) => `${status}Term-admn-sts`)],
      levels: TERM,
    },
    usageStatus: { module: 'min', element: 'termNote', values: STATUSES, levels: TERM },
    projectSubset: { module: 'basic', element: 'admin', levels: ['conceptEntry', 'termSec'] },
    source: { module: 'basic', element: 'admin' },
    context: { module: 'basic', element: 'descrip', levels: TERM },
    definition: { module: 'basic', element: 'descrip', levels: ['conceptEntry', 'langSec'] },
    crossReference: { module: 'basic', element: 'ref', levels: ['conceptEntry', 'termSec'] },
    grammaticalGender: {
      module: 'basic',
      element: 'termNote',
      values: ['masculine', 'feminine', 'neuter', 'other'],
      levels: TERM,
    },
    geographicalUsage: { module: 'basic', element: 'termNote', levels: TERM },
    termLocation: { module: 'basic', element: 'termNote', levels: TERM },
    termType: {
      module: 'basic',
      element: 'termNote',
      values: ['fullForm', 'acronym', 'abbreviation', 'shortForm', 'variant', 'phrase'],
      levels: TERM,
    },
    transactionType: { module: 'basic', element: 'transac', values: ['origination', 'creation', 'modification'] },
    responsibility: { module: 'basic', element: 'transacNote' },
    xGraphic: { module: 'basic', element: 'xref', levels: ['conceptEntry', 'langSec'] },
  }),
);

/** The data category of an element in either style, or undefined where it has none. */
export function categoryOf(element: XmlElement): string | undefined {
  if (MODULE_NAMESPACES.has(element.namespace)) return element.name;
  return TYPED.has(element.name) ? element.attributes.get('type') : undefined;
}

/**
 * What is wrong with the data categories of a document of the right structure. Dialects beyond TBX-Min and TBX-Basic may
 * have any.
 */
export function categoryProblems(root: XmlElement): Problem[] {
  const dialect = root.attributes.get('type') ?? '';
  if (dialect !== 'TBX-Min' && dialect !== 'TBX-Basic') return [];
  const problems: Problem[] = [];
  const visit = (element: XmlElement, level: Level | undefined, parent: string): void => {
    const name = categoryOf(element);
    if (name !== undefined) {
      const message = categoryProblem(element, name, dialect, level, parent);
      if (message !== undefined) problems.push({ line: element.line, message });
    }
    const inner = LEVELS.find((one) => one === element.name) ?? level;
    for (const child of elementsIn(element)) visit(child, inner, element.name);
  };
  visit(root, undefined, '');
  return problems;
}

const LEVELS: readonly Level[] = ['conceptEntry', 'langSec', 'termSec'];

function categoryProblem(
  element: XmlElement,
  name: string,
  dialect: string,
  level: Level | undefined,
  parent: string,
): string | undefined {
  const category = CATEGORIES.get(name);
  const module = MODULE_NAMESPACES.get(element.namespace);
  const carrier = module === undefined ? element.name : category?.element;
  if (category === undefined || carrier !== category.element || (module ?? category.module) !== category.module) {
    return `"${name}" is no data category of ${dialect} for <${element.name}>.`;
  }
  if (dialect === 'TBX-Min' && category.module !== 'min') return `"${name}" is not in TBX-Min.`;
  const value = textIn(element).trim();
  if (category.values !== undefined && !category.values.includes(value)) {
    return `"${value}" is no value of ${name}; allowed: ${category.values.join(', ')}.`;
  }
  if (category.levels !== undefined && (level === undefined || !category.levels.includes(level))) {
    return `"${name}" may not stand in <${level ?? parent}>; it belongs into <${category.levels.join('> or <')}>.`;
  }
  // A source says where a text comes from: it stands beside one.
  if (name === 'source' && !parent.endsWith('Grp') && level === 'conceptEntry') {
    return '"source" must stand in a group with the description whose source it is.';
  }
  return undefined;
}
