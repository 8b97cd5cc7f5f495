import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTmx } from '../../scripts/exchange/tmx/read-tmx.ts';
import type { TmxFile } from '../../scripts/exchange/tmx/tmx-file.ts';
import { writeTmx } from '../../scripts/exchange/tmx/write-tmx.ts';
import { SourceError } from '../../scripts/project/errors.ts';
import type { Inline } from '../../scripts/units/unit.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readTmx(bytes(text), 'memory.tmx');

function tmx(body: string, declaration = '<?xml version="1.0"?>'): string {
  const header =
    '<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="EN_us" datatype="html"/>';
  return `${declaration}<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">${header}<body>${body}</body></tmx>`;
}

const segment = (seg: string) =>
  read(tmx(`<tu><tuv xml:lang="en"><seg>${seg}</seg></tuv></tu>`)).units[0]?.variants[0]?.content;

/** Content as a line: `[1 x]` a standing code, `[1 x> … <y]` a pair. */
function line(content: readonly Inline[] | undefined): string {
  const markup = (pieces: Extract<Inline, { type: 'code' }>['markup']) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : `{${piece.role}:${piece.text}}`)).join('');
  return (content ?? [])
    .map((item) => {
      if (item.type === 'text') return item.text;
      if (item.type === 'code') return `[${item.id} ${markup(item.markup)}]`;
      return `[${item.id} ${markup(item.open)}>${line(item.children)}<${markup(item.close)}]`;
    })
    .join('');
}

describe('reading', () => {
  test('units, variants, properties and notes, in order', () => {
    const file = read(
      tmx(
        `<tu tuid="a" srclang="de"><note>n</note><prop type="x-p">v &amp; w</prop>
           <tuv xml:lang="FR-ca"><prop type="x-q"> 1 </prop><seg>Un\n deux</seg></tuv>
           <tuv lang="en"><seg><![CDATA[<b>]]> two</seg></tuv>
         </tu><tu><tuv xml:lang="not a tag"><seg/></tuv></tu>`,
      ),
    );
    expect(file).toEqual({
      sourceLanguage: 'en-US',
      segments: 'sentence',
      units: [
        {
          id: 'a',
          sourceLanguage: 'de',
          notes: ['n'],
          properties: [{ type: 'x-p', value: 'v & w' }],
          variants: [
            {
              language: 'fr-CA',
              notes: [],
              properties: [{ type: 'x-q', value: ' 1 ' }],
              content: [{ type: 'text', text: 'Un\n deux' }],
            },
            { language: 'en', notes: [], properties: [], content: [{ type: 'text', text: '<b> two' }] },
          ],
        },
        { notes: [], properties: [], variants: [{ language: 'not a tag', notes: [], properties: [], content: [] }] },
      ],
    });
  });

  test.each([
    ['a pair', 'A <bpt i="1" x="4">&lt;b></bpt>bold<ept i="1">&lt;/b></ept> word', 'A [4 <b>>bold<</b>] word'],
    ['nested pairs', '<bpt i="1">(</bpt><bpt i="2">[</bpt>x<ept i="2">]</ept><ept i="1">)</ept>', '[1 (>[2 [>x<]]<)]'],
    [
      'crossing pairs: the inner one stands alone',
      '<bpt i="1">(</bpt>a<bpt i="2">[</bpt>b<ept i="1">)</ept>c<ept i="2">]</ept>',
      '[1 (>a[2 []b<)]c[3 ]]',
    ],
    ['a start without end', 'a <bpt i="1">(</bpt>b', 'a [1 (]b'],
    ['standing codes', 'a<ph x="1">&lt;br></ph>b<it pos="begin">&lt;i></it>c<ut>u</ut>', 'a[1 <br>]b[2 <i>]c[3 u]'],
    ['a highlight', 'a <hi type="x-term">b <ph>c</ph></hi> d', 'a [1 >b [2 c]<] d'],
    [
      'text inside markup',
      '<ph>&lt;img alt="<sub type="alt">a <bpt i="1">x</bpt>cat</sub>" title="<sub>t</sub>"></ph>',
      '[1 <img alt="{alt:a xcat}" title="{attribute:t}">]',
    ],
    ['elements of no standard', 'a <foo>b</foo> c', 'a b c'],
    ['one x for two codes', '<ph x="2">a</ph><ph x="2">b</ph><ph x="1">c</ph>', '[2 a][1 b][3 c]'],
  ])('%s', (_, seg, expected) => {
    expect(line(segment(seg))).toBe(expected);
  });

  const body = '<tu><tuv xml:lang="fr"><seg>é – ok</seg></tuv></tu>';
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  test.each([
    ['UTF-8', bytes(tmx(body))],
    ['UTF-8 with a mark', bytes(`\ufeff${tmx(body)}`)],
    ['UTF-16 little-endian', utf16(`\ufeff${tmx(body)}`)],
    ['UTF-16 big-endian', utf16(`\ufeff${tmx(body)}`).swap16()],
    ['UTF-16 without a mark', utf16(tmx(body))],
    ['UTF-16 big-endian without a mark', utf16(tmx(body)).swap16()],
    [
      'ISO-8859-1',
      Buffer.from(tmx(body.replace('–', '&#x2013;'), '<?xml version="1.0" encoding="iso-8859-1"?>'), 'latin1'),
    ],
    [
      'US-ASCII',
      Buffer.from(tmx(body.replace('é – ok', '&#233; &#x2013; ok'), "<?xml version='1.0' encoding='us-ascii'?>")),
    ],
  ])('%s', (_, file) => {
    expect(line(readTmx(file, 'x.tmx').units[0]?.variants[0]?.content)).toBe('é – ok');
  });
});

describe('files that cannot be read', () => {
  test.each([
    ['cut short', tmx('').slice(0, -12), 'not well-formed'],
    ['an entity of its own', tmx('<tu><tuv xml:lang="en"><seg>&me;</seg></tuv></tu>'), 'not well-formed'],
    [
      'an entity that it declares',
      tmx('<tu><tuv xml:lang="en"><seg>&me;</seg></tuv></tu>').replace(
        'SYSTEM "tmx14.dtd"',
        '[<!ENTITY me SYSTEM "file:///etc/hostname">]',
      ),
      'not well-formed',
    ],
    ['another root', '<xliff/>', 'not a TMX file'],
    ['no language', tmx('<tu><tuv><seg>a</seg></tuv></tu>'), 'without xml:lang'],
    ['no header', '<tmx version="1.4"><body/></tmx>', 'no header'],
    [
      'too deep',
      tmx(`<tu><tuv xml:lang="en"><seg>${'<hi>'.repeat(5000)}${'</hi>'.repeat(5000)}</seg></tuv></tu>`),
      'too deeply',
    ],
    ['an unknown encoding', tmx('', '<?xml version="1.0" encoding="klingon"?>'), 'encoding'],
  ])('%s', (_, text, message) => {
    expect(() => read(text)).toThrow(SourceError);
    expect(() => read(text)).toThrow(message);
  });

  test('bytes that are not of the encoding', () => {
    expect(() => readTmx(Buffer.from(tmx('é'), 'latin1'), 'x.tmx')).toThrow('encoding');
  });

  test('the error names file and line', () => {
    const broken = tmx('\n\n<tu>\n<tuv></tu>');
    expect(() => read(broken)).toThrow(expect.objectContaining({ place: { file: 'memory.tmx', line: 4 } }));
  });
});

describe('writing', () => {
  // What XML 1.0 can hold; the rest is the next test's.
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('a', ' ', '<', '&', ']]>', '"', '\r', '\n', '\t', '*', 'é', '😀'),
      fc.string({ maxLength: 3 }),
    ),
    maxLength: 8,
  });
  const filled = text.filter((value) => value !== '');
  const markup = fc
    .array(fc.tuple(filled, fc.constantFrom('alt', 'title', 'attribute'), text), { maxLength: 2 })
    .map((pieces) => pieces.flatMap(([literal, role, inner]) => [literal, { role, text: inner } as const]));
  const kind = fc.constantFrom(
    'strong',
    'emphasis',
    'link',
    'image',
    'code',
    'placeholder',
    'html',
    'break',
    'url',
    'other',
  );

  const { content } = fc.letrec<{ content: Inline[]; item: Inline }>((tie) => ({
    content: fc.array(tie('item'), { maxLength: 4 }).map(separated),
    item: fc.oneof(
      { maxDepth: 4 },
      filled.map((value): Inline => ({ type: 'text', text: value })),
      fc.record({ type: fc.constant('code'), id: fc.constant(0), kind, markup, signature: text }),
      fc.record({
        type: fc.constant('pair'),
        id: fc.constant(0),
        kind,
        open: markup,
        close: markup,
        children: tie('content'),
        signature: text,
      }),
    ),
  }));

  /** Neighbouring texts are one text in every content. */
  function separated(items: readonly Inline[]): Inline[] {
    return items.filter((item, index) => item.type !== 'text' || items[index - 1]?.type !== 'text');
  }

  function numbered(items: readonly Inline[], next: { id: number }): Inline[] {
    return items.map((item) => {
      if (item.type === 'text') return item;
      const id = next.id++;
      return item.type === 'code' ? { ...item, id } : { ...item, id, children: numbered(item.children, next) };
    });
  }

  const property = fc.record({ type: fc.constantFrom('x-a', 'x-b "c"'), value: text });
  const described = { properties: fc.array(property, { maxLength: 2 }), notes: fc.array(text, { maxLength: 2 }) };
  const variant = fc.record({
    language: fc.constantFrom('en', 'pt-BR', 'zh-Hans'),
    ...described,
    content: content.map((items) => numbered(items, { id: 1 })),
  });
  const file: fc.Arbitrary<TmxFile> = fc.record({
    sourceLanguage: fc.constantFrom('en', '*all*'),
    segments: fc.constantFrom('paragraph', 'sentence'),
    units: fc.array(fc.record({ id: text, ...described, variants: fc.array(variant, { maxLength: 3 }) }), {
      maxLength: 3,
    }),
  });

  test('and reading is the identity, codes in order', () => {
    fc.assert(
      fc.property(file, (memory) => {
        expect(read(writeTmx(memory))).toEqual(memory);
      }),
      { numRuns: 200 },
    );
  });

  test('characters that XML cannot hold become U+FFFD', () => {
    const text = 'a\u0000b\u0001\ud800c\uffff';
    const memory = {
      sourceLanguage: 'en',
      segments: 'block',
      units: [
        {
          properties: [],
          notes: [],
          variants: [{ language: 'en', properties: [], notes: [], content: [{ type: 'text', text }] }],
        },
      ],
    } as const;
    expect(line(read(writeTmx(memory)).units[0]?.variants[0]?.content)).toBe('a\ufffdb\ufffd\ufffdc\ufffd');
  });

  test('what it looks like', () => {
    const content: Inline[] = [
      { type: 'text', text: 'A ' },
      {
        type: 'pair',
        id: 1,
        kind: 'strong',
        open: ['**'],
        close: ['**'],
        children: [{ type: 'text', text: 'b & c' }],
        signature: 'strong',
      },
      {
        type: 'code',
        id: 2,
        kind: 'image',
        markup: ['![', { text: 'cat', role: 'alt' }, '](a.png)'],
        signature: 'image:a.png',
      },
    ];
    const variants = [{ language: 'es', properties: [{ type: 'x-state', value: 'reviewed' }], notes: [], content }];
    const text = writeTmx({
      sourceLanguage: 'en',
      segments: 'paragraph',
      units: [{ id: 'k', properties: [], notes: [], variants }],
    });
    expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="Glossa" creationtoolversion="1" segtype="paragraph" o-tmf="Glossa" adminlang="en" srclang="en" datatype="plaintext"/>
<body>
<tu tuid="k">
<tuv xml:lang="es">
<prop type="x-state">reviewed</prop>
<prop type="x-signatures">[&quot;strong&quot;,&quot;image:a.png&quot;]</prop>
<seg>A <bpt i="1" x="1" type="bold">**</bpt>b &amp; c<ept i="1">**</ept><ph x="2" type="image">![<sub type="alt">cat</sub>](a.png)</ph></seg>
</tuv>
</tu>
</body>
</tmx>
`);
  });
});
