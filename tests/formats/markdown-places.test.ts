/** Wherever a mark, an attribute list or a term is taken off a line, the rest keeps its place and its bytes. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markdown } from '../../scripts/formats/markdown.ts';
import { markdownSyntax } from '../../scripts/formats/markdown/markdown-syntax.ts';

/** `¤` stands for a text on one line, `¥` for one that may have more lines. */
const MARKS: readonly string[] = [
  '> [!NOTE]\n> ¥\n',
  '> [!TIP] ¤\n> ¥\n',
  '> [!warning]- ¤\n',
  ':::note\n¥\n:::\n',
  ':::note ¤\n¥\n:::\n',
  ':::note[¤]{.c}\n¥\n:::\n',
  '::: details ¤ {open}\n\n¥\n\n:::\n',
  '::: {.note #id}\n¥\n:::\n',
  ':::{admonition} ¤\n:class: c\n¥\n:::\n',
  '::: pkg.Class\n    options:\n      a: b\n\n¥\n',
  '::card{icon="x"}\n¥\n::\n',
  '!!! note\n    ¥\n',
  '!!! note inline end "¤"\n\n    ¥\n\n    ¥\n',
  '???+ note "¤"\n    ¥\n',
  '=== "¤"\n\n    ¥\n',
  '/// note | ¤\n¥\n///\n',
  '/// details | ¤\n    open: true\n\n¥\n///\n',
  '```{note}\n¥\n```\n',
  '````{admonition} ¤\n:class: c\n\n¥\n````\n',
  '¤\n: ¥\n',
  '¤\n\n:   ¥\n\n    ¥\n',
  '(label)=\n## ¤\n',
  '*[HTML]: ¤\n',
  '¥\n{: .c #id }\n',
  '- ¥\n{: .c }\n- ¥\n{:toc}\n',
  '{% if x %}\n¥\n{% else %}\n¥\n{% endif %}\n',
  '¥\n--8<-- "a/b.md"\n¥\n',
  '<<< @/a.js{1}\n\n¥\n',
  '## ¤ { #id .c }\n',
  '## ¤{#id} \n',
  '## ¤ ## {: #id }\n',
  '## ¤ {/* id */}\n',
  '## ¤ [#id]\n',
  '¤ { #id }\n===\n',
  '¥ ^block\n',
  '¥ {.lead}\n',
  '[//]: # (a remark)\n¥\n',
  '%%\na remark\n%%\n\n¥\n',
  '% a remark\n\n¥\n',
  '{# a remark #}\n¥\n',
  '[TOC]\n\n¥\n',
  '[^1]: ¥\n\n¤\n\nnote[^1]\n',
];

const PIECES: readonly string[] = [
  'words',
  'more words',
  '`code`',
  '**bold**',
  '*it*',
  '[link](a.md)',
  '![alt](a.png){ width=3 }',
  '[ref][a.b]',
  ':tada:',
  '{{ x }}',
  '<b>tag</b>',
  '<br />',
  '[[page]]',
  '{ref}`a`',
  '@key',
  '&amp;',
  '~~gone~~',
  '\\*no',
  '$x_1$',
];

const text = (join: string): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((pieces) => {
    // Something in it is to be translated, at its beginning, in its middle or at its end.
    const at = pieces.length === 0 ? 0 : (pieces.length * 7) % (pieces.length + 1);
    return pieces.toSpliced(at, 0, 'Xx').join(join);
  });

const containers = fc.constantFrom('', '> ', '- ', '1. ', '> - ');

/** A soft line end is a space in a value: lines and what quotes begin them with are layout. */
const bare = (file: string): string => file.replace(/\n[\s>]*|[ \t]+/g, ' ');

it('holds for marks of every kind, with texts of every kind, in containers of every kind', () => {
  fc.assert(
    fc.property(fc.constantFrom(...MARKS), text(' '), fc.boolean(), containers, (mark, line, wraps, container) => {
      // There it is an option of the directive, for MyST too.
      fc.pre(!line.startsWith(':tada:') || !/^[`:]{3,}\{/.test(mark));
      // Attributes at the end of a container's title are the container's.
      fc.pre(!line.endsWith('}') || !mark.startsWith('::'));
      // A line of template tags alone would be a mark, one of a tag alone begins raw HTML.
      const block = wraps && !/^[{<]/.test(line) ? line.replace(' Xx', '\nXx') : line;
      const indent = container.replace(/[^>]/g, ' ');
      const file = mark
        .split('\n')
        .flatMap((one) => {
          const ahead = /^(?:[ \t>]|:[ ]+|- )*/.exec(one)?.[0].replace(/[^>]/g, ' ') ?? '';
          const lines = one.replace('¤', () => line).replace('¥', () => block);
          return lines.split('\n').map((part, index) => (index === 0 ? part : ahead + part));
        })
        .map((one, index) => (index === 0 ? container : indent) + one)
        .map((one) => (one.trim() === '' ? one.trimEnd() : one))
        .join('\n');
      const parsed = markdown.parse(file, { sourceLanguage: 'en' });
      const own = new Map(parsed.units.map(({ value }, index) => [index, value]));
      expect(parsed.fill(own).text).toBe(file);
      // One letter more in each unit: the file has these letters more, and else its bytes.
      const more = new Map(
        parsed.units.map(({ value, syntax }, index) => [
          index,
          syntax === 'plain' ? value : value.replace('Xx', 'XQx'),
        ]),
      );
      const filled = parsed.fill(more);
      expect(filled.refused).toEqual([]);
      expect(bare(filled.text.replaceAll('Q', ''))).toBe(bare(file));
      // Nothing is lost between the words of a value, nor what the value holds.
      expect(parsed.units.filter(({ value }) => value.includes('Xx')).length).toBe(file.split('Xx').length - 1);
      for (const { value, syntax } of parsed.units)
        if (syntax === 'markdown' && value.includes('Xx')) {
          const shown = line.replace(/\n/g, ' ');
          // Attributes right behind a code are the code's.
          expect([shown, `${shown}{#id}`]).toContain(value);
          expect(markdownSyntax.parse(value).length).toBeGreaterThan(0);
        }
    }),
    { numRuns: 400 },
  );
});
