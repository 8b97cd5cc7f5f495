/** Inputs of a stranger that make a reader slow when it is not linear: a piece, repeated. */
export interface GrowthKind {
  /** `FORMAT: what`; the format is a file extension, or `glossary`, `terms`, `tbx`, `tmx`, `pattern`. */
  readonly name: string;
  /** Repetitions of the smallest size; the others are twice and four times that. */
  readonly count: number;
  make(count: number): string;
}

function repeated(extension: string, count: number, pieces: Readonly<Record<string, string>>): GrowthKind[] {
  return Object.entries(pieces).map(([what, piece]) => ({
    name: `${extension}: ${what}`,
    count: Math.max(200, Math.round((count * 2) / Math.max(2, piece.length))),
    make: (times) => piece.repeat(times),
  }));
}

/** Between a beginning and an end. */
function framed(
  extension: string,
  count: number,
  frames: Readonly<Record<string, readonly [start: string, piece: string, end: string]>>,
): GrowthKind[] {
  return Object.entries(frames).map(([what, [start, piece, end]]) => ({
    name: `${extension}: ${what}`,
    count: Math.max(200, Math.round((count * 2) / Math.max(2, piece.length))),
    make: (times) => start + piece.repeat(times) + end,
  }));
}

function nested(extension: string, count: number, pairs: Readonly<Record<string, readonly string[]>>): GrowthKind[] {
  return Object.entries(pairs).map(([what, [open = '', close = '', inside = '1', start = '', end = '']]) => ({
    name: `${extension}: nested ${what}`,
    count,
    make: (times) => start + open.repeat(times) + inside + close.repeat(times) + end,
  }));
}

const HEAD = '---\n';
const FOOT = '\n---\n\n# A\n';

export const GROWTH_KINDS: readonly GrowthKind[] = [
  ...repeated('md', 12_000, {
    words: 'word ',
    paragraphs: 'a b\n\n',
    lines: 'a\n',
    'unclosed <!--': '<!-- ',
    'unclosed <?': '<?',
    'unclosed <!A': '<!A ',
    'unclosed <![CDATA[': '<![CDATA[',
    'unclosed <a': '<a ',
    '</': '</p',
    'a<': 'a<',
    setext: 'a\n=\n',
    'setext -': 'a\n-\n',
    spaces: ' ',
    tabs: '\t',
    'inner spaces': 'a    ',
    $: '$',
    $a$: '$a$ ',
    $$: '$$\n',
    '*': '*',
    '**a': '**a',
    '*a_': '*a_b',
    '~~': '~~a',
    '`': '`',
    '`a': '`a ',
    '[': '[',
    '[a](': '[a](',
    '[a](b)': '[a](b) ',
    '![': '![a](b) ',
    '[a]: ': '[a]: b\n',
    '[^a]: ': '[^a]: b\n\n',
    '>': '> ',
    '> a': '> a\n',
    '- ': '- ',
    '- a': '- a\n',
    '1. a': '1. a\n',
    '- [ ] a': '- [ ] a\n',
    '# a': '# a\n\n',
    '---': '---\n\n',
    '| a |': '| a | b |\n',
    ':::': ':::note\n',
    '{{': '{{ a ',
    '{{<': '{{< a ',
    '{%': '{% a ',
    '\\': '\\',
    '&amp;': '&amp;',
    '&': '&a',
    'hard breaks': 'a  \n',
    'a@b.c': 'a@b.co ',
    urls: 'https://a.example ',
    'www.': 'www.',
    emoji: ':a: ',
    '"': '"',
    '<b>': '<b>',
    '<div>': '<div>\n',
    '<details>': '<details>\n\n',
    'CR only': 'a\r',
    cjk: '漢字',
    combining: 'a\u0301',
    wiki: '[[a]] ',
    attributes: '{.a}',
    '%%': '%% ',
    dots: '. ',
    '?! ': '?! ',
    '<a&': '<a&amp;',
    '<!=': '<!=\n',
    '<a a@b.c': '<a a@b.c',
    '](b)': '\n\n](b)',
    'quotes between paragraphs': '> a\n\nb\n\n',
    'definition lists': 'Term\n: def\n\n',
    'lists between paragraphs': '- a\n  b\n\nb\n\n',
  }),
  ...framed('md', 12_000, {
    'lazy lines of a quote': ['> a\n', 'a\n', ''],
    'a run of blanks': ['a', ' ', 'b'],
    'a wide table': ['|a|\n', '', ''],
    'a tall table': ['| a | b |\n|---|---|\n', '| c | d |\n', ''],
    'text before <!--': ['a ', '<!-- ', ''],
    'yaml &a': [`${HEAD}a: `, '&a ', FOOT],
    'yaml *a': [`${HEAD}a: `, '*a ', FOOT],
    'yaml quotes': [`${HEAD}a: `, '"', FOOT],
    'yaml single quotes': [`${HEAD}a: `, "'", FOOT],
    'yaml [': [`${HEAD}a: `, '[', FOOT],
    'yaml {': [`${HEAD}a: `, '{', FOOT],
    'yaml [a,': [`${HEAD}a: [`, 'a, ', `]${FOOT}`],
    'yaml - ': [`${HEAD}a:\n`, '- b\n', FOOT],
    'yaml - - ': [`${HEAD}a: \n  `, '- ', FOOT],
    'yaml ? ': [HEAD, '? ', FOOT],
    'yaml !a': [`${HEAD}a: `, '!a ', FOOT],
    'yaml #': [HEAD, '# a\n', FOOT],
    'yaml block': [`${HEAD}a: |\n`, '  b\n', FOOT],
    'yaml folded': [`${HEAD}title: >\n`, '  b\n\n', FOOT],
    'yaml \\': [`${HEAD}title: "`, '\\\\', `"${FOOT}`],
    'toml a.a': ['+++\n', 'a.', 'a = 1\n+++\n\n# A\n'],
    'toml [': ['+++\na = ', '[', '\n+++\n\n# A\n'],
    'toml strings': ['+++\ntitle = "', 'a ', '"\n+++\n\n# A\n'],
    'toml tables': ['+++\n', '[[a]]\nb = 1\n', '+++\n\n# A\n'],
    'json {': ['{"a": ', '{"a": ', ''],
  }).map((kind) => (kind.name === 'md: a wide table' ? { ...kind, make: wideTable } : kind)),
  {
    name: 'md: footnotes that are used',
    count: 1_500,
    make: (count: number) => Array.from({ length: count }, (_, n) => `a[^${n}]\n\n[^${n}]: b c\n\n`).join(''),
  },
  { name: 'md: yaml many fields', count: 4_000, make: manyFields },
  ...repeated('mdx', 8_000, {
    '{a}': '{a} ',
    '<A/>': '<A/> ',
    '<A>': '<A>',
    '{/*': '{/* ',
    '{`${': '{`${',
    '}': '\\}',
  }),
  ...framed('mdx', 8_000, {
    'data in an attribute': ['# A\n\n<Chart data={[', '{x:1,y:2},', ']} />\n'],
    'data in an expression': ['# A\n\n{[', '{x:1,y:2},', '].map(f)}\n'],
    attributes: ['<A ', 'a="b" ', '/>\n'],
    'lines of data': ['# A\n\n<Chart data={[\n', '{x:1,y:2},\n', ']} />\n'],
    'texts in data': ['# A\n\n<Cards of={[\n', '{title: "Some words"},\n', ']} />\n'],
    'comments in data': ['# A\n\n<Chart data={[\n', '// a\n', ']} />\n'],
    'elements in an attribute': ['# A\n\n<A x={<p>', '<b>a</b>{1} ', '</p>} />\n'],
    'lines of an export': ['export const a = `\n', '{a} {b}\n', '`\n\n# A\n'],
    exports: ['', 'export const a = 1\n\n', '# A\n'],
    imports: ['', 'import "a"\n', '\n# A\n'],
    'braces in an export': ['export const a = [', '{x: 1},\n', ']\n\n# A\n'],
  }),
  ...nested('mdx', 750, {
    'template strings': ['`${', '}`', '1', 'Text {', '} here\n'],
    objects: ['{a:', '}', '1', '<A x={', '} />\n'],
    elements: ['<A>', '</A>', 'a'],
    parentheses: ['(', ')', '1', '{', '}\n'],
    'arrow functions': ['()=>', '', '1', '{', '}\n'],
    'JSX in expressions': ['<A>{', '}</A>', 'a', '{', '}\n'],
  }),
  ...repeated('html', 12_000, {
    '<div>': '<div>',
    '<b>': '<b>',
    '<p>a': '<p>a',
    '<a b="': '<a b="',
    '<!--': '<!-- ',
    '<table>': '<table>',
    '<a><b><i>': '<a><b><i>a',
    '&': '&a ',
    '<svg>': '<svg>',
    '<option>': '<option>a',
    '<ruby>': '<ruby>a<rt>b',
    '<script>': '<script>',
    spaces: ' ',
    '<b><p>': '<b><p>a',
    '<template>': '<template>',
    '{{': '{{ a',
    '<br>': 'a<br>',
  }),
  ...repeated('txt', 12_000, {
    words: 'word ',
    lines: 'a\n',
    'blank lines': '\n',
    indented: '  a\n',
    spaces: ' ',
    paragraphs: 'a\n\n',
  }),
  ...framed('json', 12_000, {
    'one long value': ['{"a": "', 'word ', '"}'],
    '{{': ['{"a": "', '{{', '"}'],
    '{{a}}': ['{"a": "', '{{a}} ', '"}'],
    '$t(': ['{"a": "', '$t(', '"}'],
    '$t(a, {': ['{"a": "', '$t(a, {', '"}'],
    '<1>': ['{"a": "', '<1>', '"}'],
    '<1>a</1>': ['{"a": "', '<1>a</1> ', '"}'],
    '<': ['{"a": "', '<', '"}'],
    '%s': ['{"a": "', '%s ', '"}'],
    '{a, plural': ['{"a": "', '{a, plural, other {', '"}'],
    "ICU '": ['{"a": "', "'{", '"}'],
    spaces: ['{"a": "', ' ', '"}'],
    'line breaks': ['{"a": "', '\\n', '"}'],
    escapes: ['{"a": "', '\\u0041', '"}'],
    'a long key': ['{"', 'a', '": "b"}'],
    '[': ['{"a": ', '[', ''],
  }),
  {
    name: 'json: keys',
    count: 6_000,
    make: (count: number) => JSON.stringify(Object.fromEntries(numbered(count, 'key'))),
  },
  {
    name: 'json: plurals',
    count: 6_000,
    make: (count: number) => JSON.stringify(Object.fromEntries(numbered(count, 'a_b_one'))),
  },
  ...repeated('terms', 12_000, { 'a a a': 'a ', 'a-a-a': 'a-', 'a’a': 'a’', 'a.a': 'a.', 'ab ab': 'ab ', 'A.': 'A. ' }),
  ...framed('glossary', 12_000, {
    quotes: ['concept,language,term\n', '"', ''],
    'a long field': ['concept,language,term\na,en,', 'b ', '\n'],
    commas: ['concept,language,term\n', ',', ''],
    columns: ['concept,language,term', ',x', '\n'],
    'one concept': ['concept,language,term\n', 'a,en,b\n', ''],
  }),
  {
    name: 'glossary: prefixes',
    count: 150,
    make: (count: number) =>
      `concept,language,term\n${Array.from({ length: count }, (_, n) => `c${n},en,${'a '.repeat(n + 1).trim()}\n`).join('')}`,
  },
  ...framed('tbx', 8_000, {
    '<a>': ['', '<a>', ''],
    entities: ['<tbx>', '&amp;', '</tbx>'],
    attributes: ['<tbx ', 'a="b" ', '/>'],
    '<!--': ['<tbx>', '<!-- ', '</tbx>'],
    '<![CDATA[': ['<tbx>', '<![CDATA[', '</tbx>'],
  }),
  ...framed('tmx', 8_000, {
    '<a>': ['', '<a>', ''],
    '<seg>': ['<tmx version="1.4"><body><tu><tuv><seg>', '<bpt i="1">', '</seg></tuv></tu></body></tmx>'],
  }),
  ...repeated('pattern', 2_000, { '*a': '*a', '*': '*', 'a*': 'a*' }),
];

function wideTable(columns: number): string {
  return `|${'a|'.repeat(columns)}\n|${'-|'.repeat(columns)}\n`;
}

function manyFields(count: number): string {
  return `${HEAD}${Array.from({ length: count }, (_, number) => `field${number}: a\n`).join('')}${FOOT.slice(1)}`;
}

function numbered(count: number, name: string): [string, string][] {
  return Array.from({ length: count }, (_, number) => [`${name}${number}`, 'a b']);
}
