/** What XLIFF 2.1 lets an element have: children, attributes and their values (core 4.2 and 4.3). */

const NMTOKEN = /^[\w.:\u00b7\u00c0-\u{effff}-]+$/u;
const NMTOKENS = /^[\w.:\u00b7\u00c0-\u{effff}-]+(?: [\w.:\u00b7\u00c0-\u{effff}-]+)*$/u;
const YES_NO = /^(?:yes|no)$/;
const REORDER = /^(?:yes|firstNo|no)$/;
const DIRECTION = /^(?:ltr|rtl|auto)$/;
const USER_VALUE = /^[^\s:]+:[^\s:]+$/;
const ANY = /^/;
const SPACE = /^(?:default|preserve)$/;
const CODE_TYPE = /^(?:fmt|ui|quote|link|image|other)$/;
const MARK_TYPE = /^(?:generic|comment|term|[^\s:]+:[^\s:]+)$/;
/** BCP 47, as far as its grammar goes. */
export const LANGUAGE =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+|i-[a-z]+|[a-z]{2}-[a-z]{3}-[a-z]{2})$/i;

export interface Model {
  /** Over the names of children, each with a space behind it; `*` is an element of another namespace. */
  readonly children: RegExp;
  readonly text?: true;
  readonly required?: readonly string[];
  readonly attributes: Readonly<Record<string, RegExp>>;
  /** Attributes of other namespaces: any, those of modules, none. */
  readonly others?: 'any' | 'modules';
}

const INLINE = /^(?:(?:cp|ph|pc|sc|ec|mrk|sm|em) )*$/;
const NONE = /^$/;

const structural = {
  canResegment: YES_NO,
  translate: YES_NO,
  srcDir: DIRECTION,
  trgDir: DIRECTION,
  'xml:lang': LANGUAGE,
  'xml:space': SPACE,
};
const code = {
  canCopy: YES_NO,
  canDelete: YES_NO,
  canReorder: REORDER,
  copyOf: NMTOKEN,
  subType: USER_VALUE,
  type: CODE_TYPE,
};
const standing = { ...code, disp: ANY, equiv: ANY, dataRef: NMTOKEN, subFlows: NMTOKENS };
const mark = { id: NMTOKEN, translate: YES_NO, type: MARK_TYPE, ref: ANY, value: ANY };

export const MODELS: ReadonlyMap<string, Model> = new Map<string, Model>([
  [
    'xliff',
    {
      children: /^(?:file )+$/,
      required: ['version', 'srcLang'],
      attributes: { version: ANY, srcLang: LANGUAGE, trgLang: LANGUAGE, 'xml:lang': LANGUAGE, 'xml:space': SPACE },
      others: 'any',
    },
  ],
  [
    'file',
    {
      children: /^(?:skeleton )?(?:\* )*(?:notes )?(?:(?:unit|group) )+$/,
      required: ['id'],
      attributes: { ...structural, id: NMTOKEN, original: ANY },
      others: 'any',
    },
  ],
  [
    'group',
    {
      children: /^(?:\* )*(?:notes )?(?:(?:unit|group) )*$/,
      required: ['id'],
      attributes: { ...structural, id: NMTOKEN, name: ANY, type: USER_VALUE },
      others: 'any',
    },
  ],
  [
    'unit',
    {
      children: /^(?:\* )*(?:notes )?(?:originalData )?(?:(?:segment|ignorable) )+$/,
      required: ['id'],
      attributes: { ...structural, id: NMTOKEN, name: ANY, type: USER_VALUE },
      others: 'any',
    },
  ],
  ['skeleton', { children: /^(?:\* )*$/, text: true, attributes: { href: ANY } }],
  ['notes', { children: /^(?:note )+$/, attributes: {} }],
  [
    'note',
    {
      children: NONE,
      text: true,
      attributes: { id: NMTOKEN, appliesTo: /^(?:source|target)$/, category: ANY, priority: /^(?:[1-9]|10)$/ },
      others: 'any',
    },
  ],
  ['originalData', { children: /^(?:data )+$/, attributes: {} }],
  [
    'data',
    {
      children: /^(?:cp )*$/,
      text: true,
      required: ['id'],
      attributes: { id: NMTOKEN, dir: DIRECTION, 'xml:space': /^preserve$/ },
    },
  ],
  [
    'segment',
    {
      children: /^source (?:target )?$/,
      attributes: {
        id: NMTOKEN,
        canResegment: YES_NO,
        state: /^(?:initial|translated|reviewed|final)$/,
        subState: USER_VALUE,
      },
    },
  ],
  ['ignorable', { children: /^source (?:target )?$/, attributes: { id: NMTOKEN } }],
  ['source', { children: INLINE, text: true, attributes: { 'xml:lang': LANGUAGE, 'xml:space': SPACE } }],
  [
    'target',
    { children: INLINE, text: true, attributes: { 'xml:lang': LANGUAGE, 'xml:space': SPACE, order: /^[1-9]\d*$/ } },
  ],
  ['cp', { children: NONE, required: ['hex'], attributes: { hex: /^(?:[\da-f]{2})+$/i } }],
  ['ph', { children: NONE, required: ['id'], attributes: { ...standing, id: NMTOKEN }, others: 'modules' }],
  [
    'pc',
    {
      children: INLINE,
      text: true,
      required: ['id'],
      attributes: {
        ...code,
        id: NMTOKEN,
        canOverlap: YES_NO,
        dir: DIRECTION,
        dispStart: ANY,
        dispEnd: ANY,
        equivStart: ANY,
        equivEnd: ANY,
        dataRefStart: NMTOKEN,
        dataRefEnd: NMTOKEN,
        subFlowsStart: NMTOKENS,
        subFlowsEnd: NMTOKENS,
      },
      others: 'modules',
    },
  ],
  [
    'sc',
    {
      children: NONE,
      required: ['id'],
      attributes: { ...standing, id: NMTOKEN, canOverlap: YES_NO, dir: DIRECTION, isolated: YES_NO },
      others: 'modules',
    },
  ],
  [
    'ec',
    {
      children: NONE,
      attributes: { ...standing, id: NMTOKEN, startRef: NMTOKEN, canOverlap: YES_NO, dir: DIRECTION, isolated: YES_NO },
      others: 'modules',
    },
  ],
  ['mrk', { children: INLINE, text: true, required: ['id'], attributes: mark, others: 'any' }],
  ['sm', { children: NONE, required: ['id'], attributes: mark, others: 'any' }],
  ['em', { children: NONE, required: ['startRef'], attributes: { startRef: NMTOKEN } }],
]);
