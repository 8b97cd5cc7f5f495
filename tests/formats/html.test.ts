import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { html } from '../../scripts/formats/html.ts';
import { htmlSyntax } from '../../scripts/formats/html/html-syntax.ts';
import { plainSyntax } from '../../scripts/formats/plain-syntax.ts';
import { SourceError } from '../../scripts/project/errors.ts';
import type { Inline, ParsedUnit } from '../../scripts/units/unit.ts';

const options = { sourceLanguage: 'en' };
const article = readFileSync(new URL('../fixtures/formats/html/article.html', import.meta.url), 'utf8');

function read(text: string): string[] {
  return html.parse(text, options).units.map(({ kind, value }) => `${kind}: ${value}`);
}

/** Every text with accents, inline codes as they are. */
function pseudo(unit: ParsedUnit): string {
  const syntax = unit.syntax === 'html' ? htmlSyntax : plainSyntax;
  const accents = (content: readonly Inline[]): Inline[] =>
    content.map((item) => {
      if (item.type === 'text') return { type: 'text', text: item.text.replace(/[aeiou]/g, '$&\u0301') };
      return item.type === 'pair' ? { ...item, children: accents(item.children) } : item;
    });
  return syntax.print([
    { type: 'text', text: '[' },
    ...accents(syntax.parse(unit.value)),
    { type: 'text', text: ' <&]' },
  ]);
}

describe('reading', () => {
  test('a document: head, attributes, blocks, inline elements', () => {
    const file = html.parse(article, options);
    expect(file.language).toBe('en-GB');
    expect(file.warnings).toEqual([]);
    expect(
      file.units.map(({ kind, path, language, value }) => [kind, path?.join('.') ?? language ?? '', value]),
    ).toEqual([
      ['field', 'title', 'Exosomes & skin {{ site.suffix }}'],
      ['field', 'description', "What exosomes can do for the skin, and what they can't"],
      ['field', 'og.title', 'Exosomes: "magic" or not?'],
      ['field', 'twitter.image-alt', 'Droplets'],
      ['html', '', 'Main menu'],
      ['html', '', 'To the start page'],
      ['li', '', 'Home'],
      ['li', '', 'News'],
      ['li', '', 'Last year'],
      ['heading', '', 'Exosomes: the <em>new</em> magic word'],
      [
        'p',
        '',
        'In recent months, <a href="/skin-care?a=1&amp;b=2" class="x">skincare</a> has found a new scientific <b>obsession</b>:&nbsp;exosomes… Read 1 < 2 and AT&amp;T.<br> They’re everywhere.',
      ],
      [
        'p',
        '',
        'Run <code>npm i glossa</code>, press <kbd>Enter</kbd>, write to <span translate="no">Dr. No</span> or to <span class="brand notranslate">Esosomi</span> at info@example.org.',
      ],
      ['p', '', 'This paragraph is not closed, and neither is the one before.'],
      ['p', '', 'Loose text in a division'],
      ['p', '', 'then a paragraph'],
      ['p', '', 'and text after it.'],
      ['quote', '', 'Skin that repairs itself.'],
      ['quote', '', 'A <cite>dermatologist</cite>'],
      ['html', '', 'A cell under the microscope'],
      ['p', '', 'Photo: <span lang="it">laboratorio</span> Bianchi'],
      ['cell', '', 'Prices'],
      ['html', '', 'Product'],
      ['cell', '', 'Name of the product'],
      ['cell', '', 'Price'],
      ['cell', '', 'Serum'],
      ['li', '', 'Exosome'],
      ['li', '', 'A tiny particle, see <a href="https://example.org/">https://example.org/</a>'],
      ['heading', 'it', 'In breve'],
      ['p', 'it', 'Gli esosomi sono una promessa.'],
      ['html', '', 'Search for'],
      ['html', '', 'Type a word'],
      ['html', '', 'Country'],
      ['html', '', 'Italy'],
      ['html', '', 'Spain'],
      ['html', '', 'Go now'],
      ['html', '', 'Close the window'],
      ['html', '', 'More'],
      ['p', '', 'Hidden <i>text</i> here'],
      ['p', '', '{% if user %}Hello {{ user.name | escape }}!{% endif %}'],
      ['p', '', 'The end'],
    ]);
    expect(file.units.find(({ value }) => value === 'Serum')?.line).toBe(45);
    expect(file.units.at(-1)?.line).toBe(62);
  });

  test('a fragment; text without letters, protected text and empty attributes are no units', () => {
    expect(
      read(
        '<!-- c --><!-- d --><h2>Title</h2>12 &ndash; 3 <img alt="" src=x><p translate=no>No</p><pre>No</pre><p>— {{x}}</p>' +
          '<p class="a notranslate b">No <b>no</b></p><script>"no"</script><custom-tag>Yes <my-b>yes</my-b></custom-tag><custom-tag><p>Block</p></custom-tag>',
      ),
    ).toEqual(['heading: Title', 'p: Yes <my-b>yes</my-b>', 'p: Block']);
    expect(read('Just <b>text</b>')).toEqual(['p: Just <b>text</b>']);
    expect(read('<tr><td>A cell</td></tr>').length).toBe(1);
    expect(read('<a href="x"><h3>Card</h3><p>Text</p></a>')).toEqual(['heading: Card', 'p: Text']);
  });

  test('an image in a text gives its words with the text, an image alone only its words', () => {
    expect(
      read('<p>See <img src="a.png" alt="a cat"> here</p><p><img src="b.png" alt="a dog" title="Dog"></p>'),
    ).toEqual(['p: See <img src="a.png" alt="a cat"> here', 'html: a dog', 'html: Dog']);
  });

  test('the nearest lang counts; one that says nothing is ignored', () => {
    const file = html.parse(
      '<html lang=EN><body><p lang="IT">Ciao <p lang="en">Yes<p lang="">Hm<div lang=xx-bad-->Ho',
      options,
    );
    expect(file.language).toBe('en');
    expect(file.units.map(({ language }) => language)).toEqual(['it', undefined, undefined, undefined]);
    expect(file.warnings).toMatchObject([{ line: 1 }]);
  });

  test('what a browser moves elsewhere is read where it stands; what cannot be told apart is left alone, with a warning', () => {
    const text = '<p>Before</p><table><tr><td>Cell</td></tr>stray <b>text</b></table><p>After</p>';
    const file = html.parse(text, options);
    expect(file.units.map(({ value }) => value)).toEqual(['Before', 'Cell', 'stray <b>text</b>', 'After']);
    expect(file.fill(new Map([[2, 'un <b>altro</b>']])).text).toBe(
      text.replace('stray <b>text</b>', 'un <b>altro</b>'),
    );
    const merged = html.parse('<p>One</p>\n<table>two<tr><td>Three</td></tr>four</table>', options);
    expect(merged.units.map(({ value }) => value)).toEqual(['One', 'Three']);
    expect(merged.warnings).toMatchObject([{ line: 2 }]);
    const doubled = html.parse('<div><a href="u" title="tip"></div><img src="x">', options);
    expect(doubled.units.map(({ value }) => value)).toEqual(['tip']);
  });

  test.each([
    ['<p>Text <b>bold</p><p>next</b> x</p>', ['Text <b>bold', 'next</b> x']],
    ['<p>A <b>bold <i>nest</b> mis</i> end</p>', ['A <b>bold <i>nest</b> mis</i> end']],
    ['<b>one\n<p>two</b> three</p>\n<p>four</p>', ['one', 'two</b> three', 'four']],
    ['<ul><li><b>a<li>b</b> c</ul>', ['a', 'b</b> c']],
    ['<a href="u" title="tip">x <div>block</a> y</div>', ['tip', 'x', 'block</a> y']],
    ['<p>Hi <span>there <em>a</span> b</em></p>', ['Hi <span>there <em>a</span> b</em>']],
    ['<i>Tx<!-- c --><p>uno</i> &amp; due</p>', ['Tx', 'uno</i> & due']],
  ])('what overlaps is told by its texts, and its tags stay where they are: %s', (text, values) => {
    const file = html.parse(text, options);
    expect(file.units.map(({ value }) => value)).toEqual(values);
    expect(file.warnings).toEqual([]);
    const filled = file.fill(new Map(values.map((value, index) => [index, `${value}⟧`])));
    expect(filled.refused).toEqual([]);
    expect(filled.text.split('⟧').length - 1).toBe(values.length);
    expect(filled.text.replaceAll('⟧', '')).toBe(text);
  });
});

describe('template tags', () => {
  test.each([
    [
      '<p>Hello <%= user_name %>, you have <%= count %> letters.</p>',
      ['Hello <%= user_name %>, you have <%= count %> letters.'],
    ],
    ['<ul><li{% if first %} class="current"{% endif %}>The first item</li></ul>', ['The first item']],
    ['<div><span class="when" content="{{ post.date | date: "%Y" }}">On this day</span></div>', ['On this day']],
    [
      '<p>On <a href="{{ "/x" | url }}" <% if a > b %>id=1<% end %>>this day</a> we met</p>',
      ['On <a href="{{ "/x" | url }}" <% if a > b %>id=1<% end %>>this day</a> we met'],
    ],
    ['<table>{% for row in rows %}<tr><td>Cell</td></tr>{% endfor %}</table>', ['Cell']],
    [
      '<p>Total: <?= $sum > 1 ? "a" : "b" ?> pieces</p><?php if ($x->y): ?><p>More</p><?php endif; ?>',
      ['Total: <?= $sum > 1 ? "a" : "b" ?> pieces', 'More'],
    ],
    ['<img alt="Photo of {{ name }}" src=<%= url %>><p>{!! $raw !!}</p>', ['Photo of {{ name }}']],
    ['<option value="1" <%- x ? "selected" : "" %>>One of all</option>', ['One of all']],
  ])('are no text and end no attribute: %s', (text, values) => {
    const file = html.parse(text, options);
    expect(file.units.map(({ value }) => value)).toEqual(values);
    expect(file.warnings).toEqual([]);
    const filled = file.fill(new Map(file.units.map((unit, index) => [index, `${unit.value}⟧`])));
    expect(filled.refused).toEqual([]);
    expect(filled.text.replaceAll('⟧', '')).toBe(text);
    expect(html.parse(filled.text, options).outline()).toBe(file.outline());
  });
});

test.each([
  '<p>First line<br />second line<br>third <BR/>line</p>',
  '<section><button class="off">It is off</button> <textarea class="play" style="height: 20px;">Type</textarea> x</section>',
  '<p>Fish &amp; chips, 3 &lt; 4, a dash&nbsp;&mdash; and a soft&shy;hyphen &#8230; 5 > 4</p>',
  "<p>See <IMG SRC=a.png ALT='a cat' /> and <img alt=dog src='b.png'  > or\r\n<code  class=x>a  b</code\r\n> <b\r\n id='q'>x</b\r\n></p>",
])('a translated text has the tags and entities of its source: %j', (text) => {
  const file = html.parse(text, options);
  const filled = file.fill(new Map(file.units.map((unit, index) => [index, `${unit.value}⟧`])));
  const shown = (bytes: string): string =>
    bytes.replace(/\r\n/g, ' ').replace('alt="dog"', 'alt=dog').replace(/⟧/g, '');
  expect(filled.refused).toEqual([]);
  expect(shown(filled.text).replace(/ +/g, ' ')).toBe(shown(text).replace(/ +/g, ' '));
});

test.each([
  ['<html lang="en"><p>A</p></html>', 'es', '<html lang="es"><p>A</p></html>'],
  ["<HTML LANG='en-GB' dir=ltr><p>A</p></HTML>", 'ar', '<HTML LANG=\'ar\' dir="rtl"><p>A</p></HTML>'],
  ['<!doctype html>\n<html lang=en>\n<p>A</p>', 'he', '<!doctype html>\n<html lang="he" dir="rtl">\n<p>A</p>'],
  ['<html lang="es-MX" dir="ltr"><p>A</p></html>', 'es', '<html lang="es-MX" dir="ltr"><p>A</p></html>'],
  ['<p lang="en">A</p>', 'es', '<p lang="en">A</p>'],
  ['<html xml:lang="en-US" lang="en-US"><p>A</p></html>', 'es', '<html xml:lang="es" lang="es"><p>A</p></html>'],
  ['<html lang="en" dir="ltr" xml:lang=\'en\'><p>A</p>', 'ar', '<html lang="ar" dir="rtl" xml:lang=\'ar\'><p>A</p>'],
  ['<html xml:lang="en"><p>A</p></html>', 'es', '<html xml:lang="es"><p>A</p></html>'],
  ['---\nlang: en\ntitle: a b\n---\n<p>A</p>', 'pt-BR', '---\nlang: pt-BR\ntitle: a b\n---\n<p>A</p>'],
])('the marks of the language become the target: %j in %s', (text, language, result) => {
  const file = html.parse(text, options);
  const filled = file.fill(new Map(), { language });
  expect(filled).toEqual({ text: result, refused: [] });
  expect(html.parse(result, options).outline()).toBe(file.outline());
});

test.each([
  ['<p lang="en">A</p>\n<p lang="fr">B</p>', 'es', '<p lang="es">A</p>\n<p lang="fr">B</p>'],
  [
    '<html lang="en"><section xml:lang="en-US" lang=en-US><h1>A</h1></section>',
    'ar',
    '<html lang="ar" dir="rtl"><section xml:lang="ar" lang="ar"><h1>A</h1></section>',
  ],
  [
    '<div lang="en"><code lang="en">x</code></div><p>A <i lang="en">b</i></p>',
    'es',
    '<div lang="en"><code lang="en">x</code></div><p>A <i lang="en">b</i></p>',
  ],
  ['<html lang="es"><p lang="en">A</p></html>', 'es', '<html lang="es"><p lang="es">A</p></html>'],
])(
  'a block that says the source’s language says the target’s with its translation: %j in %s',
  (text, language, result) => {
    const file = html.parse(text, options);
    const filled = file.fill(new Map(file.units.map(({ value }, index) => [index, value])), { language });
    expect(filled).toEqual({ text: result, refused: [] });
    expect(html.parse(result, options).outline()).toBe(file.outline());
  },
);

test('what is shown where a browser cannot show something better is text', () => {
  const text =
    '<canvas id="c">Your browser draws <b>nothing</b>.</canvas><object data="x.pdf"><p>Get the file</p></object>';
  expect(read(text)).toEqual(['p: Your browser draws <b>nothing</b>.', 'p: Get the file']);
});

describe('the outline', () => {
  test('is the same after a formatter, and so are the values', async () => {
    const file = html.parse(article, options);
    const formatted = await format(article, { parser: 'html', printWidth: 60 });
    expect(formatted).not.toBe(article);
    const again = html.parse(formatted, options);
    expect(again.units.map(({ value }) => value)).toEqual(file.units.map(({ value }) => value));
    expect(again.outline()).toBe(file.outline());
    const styled =
      '<div style="color:red;margin:0" onclick=\'go("x")\'><p>A <b style="color:red;margin:0">b</b></p></div>';
    const styledFile = html.parse(styled, options);
    const styledAgain = html.parse(await format(styled, { parser: 'html' }), options);
    expect(styledAgain.units.map(({ value }) => value)).toEqual(styledFile.units.map(({ value }) => value));
    expect(styledAgain.outline()).toBe(styledFile.outline());
    const codes =
      '<p>Icon <svg viewBox="0 0 1 1"><path d="M0 0"/></svg> and <code><a href="a-rather-long-address.html">y</a></code></p>';
    const formattedCodes = await format(codes, { parser: 'html', printWidth: 40 });
    expect(html.parse(formattedCodes, options).outline()).toBe(html.parse(codes, options).outline());
    const crlf = html.parse(article.replaceAll('\n', '\r\n'), options);
    expect(crlf.units).toEqual(file.units);
    expect(crlf.outline()).toBe(file.outline());
  });

  test.each([
    ['href="/news/"', 'href="/new/"'],
    ['<li><a href="/news/2024/">Last year</a>', ''],
    ['id="top"', 'id="tip"'],
    ['<em>new</em>', 'new'],
    ['npm  i', 'npm  x'],
    ['not   text', 'not text'],
    ['{{ user.name | escape }}', '{{ user.name }}'],
    ['<h2>', '<h3>'],
    ['42.00', '43.00'],
    ['color: red', 'color: blue'],
    ['value="secret"', 'value="public"'],
    ['width=640', 'width=64'],
    ['alt="A cell under the microscope"', ''],
  ])('knows %s from %s', (from, to) => {
    expect(article).toContain(from);
    expect(html.parse(article.replace(from, to), options).outline()).not.toBe(html.parse(article, options).outline());
  });
});

describe('writing', () => {
  const files = [
    article,
    article.replaceAll('\n', '\r\n'),
    `\ufeff${article}`,
    '',
    'text',
    '<p>x',
    '<ul><li>a<li>b</ul>',
  ];

  test.each(files)('own values keep every byte: %#', (text) => {
    const file = html.parse(text, options);
    expect(file.fill(new Map())).toEqual({ text, refused: [] });
    expect(file.fill(new Map(file.units.map(({ value }, index) => [index, value])))).toEqual({ text, refused: [] });
  });

  test.each(files)('other values change only words: %#', (text) => {
    const file = html.parse(text, options);
    const filled = file.fill(new Map(file.units.map((unit, index) => [index, pseudo(unit)])));
    expect(filled.refused).toEqual([]);
    const again = html.parse(filled.text, options);
    expect(again.outline()).toBe(file.outline());
    expect(again.units.map(({ value }) => value)).toEqual(file.units.map(pseudo));
    expect(filled.text.startsWith('\ufeff')).toBe(text.startsWith('\ufeff'));
  });

  test('tags keep the bytes of the source, attributes their quotes', () => {
    const text = `<P Class='a'>Go <A HREF='x.html'>there</A>,<br />now</P><img ALT='cat' src=x>`;
    const file = html.parse(text, options);
    expect(file.units.map(({ value }) => value)).toEqual(['Go <a href="x.html">there</a>,<br>now', 'cat']);
    const { text: filled } = file.fill(
      new Map([
        [0, 'Vai <br>a <a href="x.html">dell\'altro</a>'],
        [1, 'l\'"altro" &amp; co'],
      ]),
    );
    expect(filled).toBe(
      `<P Class='a'>Vai <br />a <A HREF='x.html'>dell'altro</A></P><img ALT='l&#39;"altro" &amp;amp; co' src=x>`,
    );
  });

  test('a value with other tags, links or placeholders is refused; the others are written', () => {
    const text = '<p>A <a href="x">b</a> {{c}}</p><p>Next</p>';
    const file = html.parse(text, options);
    for (const bad of [
      'A b {{c}}',
      'A <a href="y">b</a> {{c}}',
      'A <a href="x">b</a>',
      'A <a href="x">b</a> {{c}}<script>alert(1)</script>',
      '<p>A <a href="x">b</a></p> {{c}}',
      '<b>A <a href="x">b</a> {{c}}',
    ]) {
      const filled = file.fill(
        new Map([
          [0, bad],
          [1, 'Dopo'],
        ]),
      );
      expect(filled.refused).toMatchObject([{ unit: 0, reason: expect.stringContaining('tags and placeholders') }]);
      expect(filled.text).toBe(text.replace('Next', 'Dopo'));
    }
  });

  test('words that look like markup stay words', () => {
    const file = html.parse('<title>T</title><p>One</p><img alt="Two">', options);
    const words = '</title><b>&amp; "x" \'y\' </p> &copy {{z}}';
    const syntaxes = file.units.map(({ syntax }) => syntax);
    expect(syntaxes).toEqual(['plain', 'html', 'plain']);
    const { text, refused } = file.fill(
      new Map([
        [0, '</title><b>&amp; "x"'],
        [1, htmlSyntax.print([{ type: 'text', text: words }])],
        [2, '"><script>alert(1)</script> &amp;'],
      ]),
    );
    expect(refused).toEqual([]);
    const again = html.parse(text, options);
    expect(again.units.map(({ value }) => value)).toEqual([
      '</title><b>&amp; "x"',
      htmlSyntax.print([{ type: 'text', text: words }]),
      '"><script>alert(1)</script> &amp;',
    ]);
    expect(again.outline()).toBe(file.outline());
  });

  test('any HTML: own values keep the bytes; any values keep the outline', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<b>',
      '</b>',
      '<i class="x">',
      '</i>',
      '<a href="u" title="tip">',
      '</a>',
      '<br>',

      '<ul>',
      '<li>',
      '</ul>',
      '<table>',
      '<tr>',
      '<td>',
      '</table>',
      '<img alt="pic">',
      '<!-- c -->',
      '<code>',
      '</code>',

      'word',
      ' ',
      'two words',
      '&amp;',
      '&',
      '<',
      '{{x}}',
      '\n',
      '<script>',
      '</script>',
      '<select>',
      '<option>',
      '<h2>',

      '</h2>',
      '<button>',
      '</button>',
      '<!',
      '<?',
      '</',
      '<svg/>',
      '<svg>',
      '</svg>',
      '</body>',
      '<body>',
      '"',
      '<title>',

      '<html lang="fr">',
      '<template>',
      '</template>',
      '<p translate="no">',
      '<textarea>',
      '</textarea>',
      '<!doctype html>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.array(piece, { maxLength: 5 }), (pieces, other) => {
        const text = pieces.join('');
        const file = html.parse(text, options);
        expect(file.fill(new Map(file.units.map((unit, index) => [index, unit.value]))).text).toBe(text);
        const words = file.fill(new Map(file.units.map((unit, index) => [index, pseudo(unit)])));
        expect(html.parse(words.text, options).outline()).toBe(file.outline());
        const any = file.fill(new Map(file.units.map((_, index) => [index, other.join('')])));
        expect(html.parse(any.text, options).outline()).toBe(file.outline());
      }),
      { numRuns: 400 },
    );
  });
});

describe('inline HTML', () => {
  test('printing what was parsed is settled: it reads as the same, and prints as the same', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<b>',
        '</b>',
        '<a title="x" href=y>',
        '</a>',
        '<br/>',
        '<img alt="Déjà &quot;vu&quot;">',
        '&lt;',
        '&amp;lt;',
      ),
      fc.constantFrom(
        '{{x}}',
        '{',
        '{%',
        '%}',
        '<code> a  b</code>',
        '<!-- -->',
        '\u00a0',
        '<svg/>',
        'https://x.org/a?b&amp;c',
        '<',
        '>',
        '&amp;',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), fc.boolean(), (pieces, strict) => {
        const content = htmlSyntax.parse(pieces.join(''));
        const printed = htmlSyntax.print(content, strict);
        expect(htmlSyntax.print(htmlSyntax.parse(printed))).toBe(
          htmlSyntax.print(htmlSyntax.parse(htmlSyntax.print(content))),
        );
      }),
      { numRuns: 500 },
    );
  });

  test.each(['&lt;https://x.org&gt;', 'a &amp;https://x.org/;', '<b>&lt;</b>https://x.org'])(
    'what stands in front of an address does not become one with it: %s',
    (html) => {
      const content = htmlSyntax.parse(html);
      expect(htmlSyntax.parse(htmlSyntax.print(content))).toEqual(content);
    },
  );

  test('any text stays text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'<>&;{}%#$!/-"\' ab1é\u00a0') }),
        fc.boolean(),
        (text, strict) => {
          const words = text.replace(/ +/g, ' ');
          fc.pre(
            plainSyntax.parse(words.replaceAll('{{', '').replaceAll('{%', '')).every(({ type }) => type === 'text'),
          );
          const again = htmlSyntax.parse(htmlSyntax.print([{ type: 'text', text: words }], strict));
          expect(again).toEqual(words === '' ? [] : [{ type: 'text', text: words }]);
        },
      ),
      {
        examples: [
          ['{#<}', true],
          ['{.a} {:#b}', false],
          ['${/{.>}', true],
        ],
      },
    );
  });
});

describe('front matter', () => {
  const text = '---\ntitle: A page\nlayout: x.html\n---\n<title>A page - site</title>\n<p>Some <b>words</b></p>\n';

  test('its fields come first, and keep their keys', () => {
    const file = html.parse(text, options);
    expect(file.units.map(({ kind, path, value, line }) => [kind, path?.join('.'), value, line])).toEqual([
      ['field', 'title', 'A page', 2],
      ['html', undefined, 'A page - site', 5],
      ['p', undefined, 'Some <b>words</b>', 6],
    ]);
    const filled = file.fill(
      new Map([
        [0, 'Una pagina'],
        [1, 'Pagina'],
        [2, 'Parole <b>varie</b>'],
      ]),
    );
    expect(filled).toEqual({
      text: '---\ntitle: Una pagina\nlayout: x.html\n---\n<title>Pagina</title>\n<p>Parole <b>varie</b></p>\n',
      refused: [],
    });
    expect(file.fill(new Map([[2, 'Parole']])).refused).toMatchObject([{ unit: 2 }]);
  });
});

describe('bad files', () => {
  test('a NUL byte is refused with its line', () => {
    expect(() => html.parse('<p>a</p>\n<p>\0</p>', options)).toThrow(SourceError);
  });

  test.each([
    ['10,000 divisions', `${'<div>'.repeat(10_000)}deep${'</div>'.repeat(10_000)}`],
    ['10,000 open lists', `${'<ul><li>'.repeat(10_000)}deep`],
    ['10,000 inline elements', `<p>${'<span>'.repeat(10_000)}deep${'</span>'.repeat(10_000)}`],
    ['10,000 open bold', `<p>${'<b>'.repeat(10_000)}deep`],
    ['200,000 open brackets', '<'.repeat(200_000)],
    ['50,000 open comments', '<!-- '.repeat(50_000)],
    ['10,000 paragraphs', '<p>A short text, <b>bold</b>.</p>\n'.repeat(10_000)],
    ['20,000 words of one paragraph', `<p>${'word <i>x</i> <!-- c --> '.repeat(20_000)}</p>`],
    ['a script that is not closed', `<p>Text</p><script>${'x<p>'.repeat(100_000)}`],
  ])('%s', (_, text) => {
    const file = html.parse(text, options);
    expect(file.fill(new Map(file.units.map((unit, index) => [index, unit.value]))).text).toBe(text);
  });
});
