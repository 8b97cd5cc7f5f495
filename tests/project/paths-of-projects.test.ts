/** DESIGN, Layout: patterns of paths, both ways, and what is wrong with them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../scripts/project/errors.ts';
import { filesEntries, type FilesSetting } from '../../scripts/project/layout/files-entry.ts';
import { createLayout } from '../../scripts/project/layout/layout.ts';
import { pathPattern } from '../../scripts/project/layout/pattern.ts';
import { languageNamed, spellings } from '../../scripts/project/layout/spelling.ts';

const place = (): { file: string; line: number } => ({ file: 'l10n.config.json', line: 1 });

/** Source, target in Brazilian Portuguese, namespace; for each of the layouts that were found in the field. */
const LAYOUTS: [
  name: string,
  files: FilesSetting,
  spelling: string,
  source: string,
  target: string,
  namespace: string,
][] = [
  [
    'i18next',
    { source: 'public/locales/{language}/{path}.json' },
    'pt-BR',
    'public/locales/en/a/common.json',
    'public/locales/pt-BR/a/common.json',
    'a/common',
  ],
  [
    'one file',
    { source: 'src/i18n/{language}.json' },
    'pt-BR',
    'src/i18n/en.json',
    'src/i18n/pt-BR.json',
    'translation',
  ],
  [
    'underscore',
    { source: 'i18n/locales/{language}/translation.json' },
    'pt_BR',
    'i18n/locales/en/translation.json',
    'i18n/locales/pt_BR/translation.json',
    'translation',
  ],
  [
    'suffix',
    { source: 'lang/{path}.json', target: 'lang/{path}-{language}.json' },
    'ptBR',
    'lang/main.json',
    'lang/main-ptBR.json',
    'main',
  ],
  [
    'Docusaurus',
    { source: 'docs/{path}{extension}', target: 'i18n/{language}/docs/current/{path}{extension}', name: 'docs' },
    'pt-BR',
    'docs/a/b.c.mdx',
    'i18n/pt-BR/docs/current/a/b.c.mdx',
    'docs/a/b.c',
  ],
  [
    'root locale',
    { source: 'src/docs/{path}{extension}', target: 'src/docs/{language}/{path}{extension}' },
    'pt-br',
    'src/docs/a.md',
    'src/docs/pt-br/a.md',
    'a',
  ],
  ['VitePress', { source: 'docs/{language}/{path}.md' }, 'pt-BR', 'docs/en/a/b.md', 'docs/pt-BR/a/b.md', 'a/b'],
  [
    'Hugo by name',
    { source: 'content/{path}.md', target: 'content/{path}.{language}.md' },
    'pt-br',
    'content/posts/v1.2.md',
    'content/posts/v1.2.pt-br.md',
    'posts/v1.2',
  ],
  [
    'folder and name',
    { source: '{path}/{name}.en.md', target: '{path}/{language}/{name}.md' },
    'pt-BR',
    'a/b/c.en.md',
    'a/b/pt-BR/c.md',
    'a/b/c',
  ],
  [
    'default',
    { source: 'source/{path}{extension}', target: 'locales/{language}/{path}{extension}' },
    'pt-BR',
    'source/a/b.md',
    'locales/pt-BR/a/b.md',
    'a/b',
  ],
];

describe('a pattern of paths', () => {
  it.each(LAYOUTS)('%s: from source to target and back', (_name, setting, spelling, source, target, namespace) => {
    const layout = createLayout('/nowhere', {
      files: filesEntries([setting], place),
      records: '.glossa',
      spelling: { 'pt-BR': spelling },
      sourceLanguage: 'en',
      targetLanguages: ['pt-BR', 'pt'],
    });
    const [entry] = layout.entries;
    const parts = entry?.source.match(source, ['en']);
    if (entry === undefined || parts === undefined) throw new Error('the source does not fit');
    expect(layout.namespace(entry, parts)).toBe(namespace);
    const extension = parts.extension ?? source.slice(source.lastIndexOf('.'));
    expect(layout.place(entry, namespace, extension, true).article('pt-BR')).toBe(target);
    expect(layout.translation(target)).toMatchObject({ language: 'pt-BR', namespace, source });
    // A record tells the language, however it is spelt in paths.
    expect(layout.place(entry, namespace, extension, true).record('pt-BR')).toBe(
      `.glossa/review/pt-BR/${namespace}.json`,
    );
  });

  it('finds again whatever it was made from', () => {
    const name = fc.stringMatching(/^[a-zé(+][a-zé0-9.$+ -]{0,6}[a-z]$/u);
    fc.assert(
      fc.property(
        fc.constantFrom(
          'x/{language}/{path}{extension}',
          '{path}.{language}{extension}',
          'i18n/{path}/{name}_{language}.json',
        ),
        fc.array(name, { minLength: 1, maxLength: 3 }),
        name.filter((one) => !/[.-]/.test(one)),
        fc.constantFrom('es', 'pt-BR', 'zh-Hant-TW'),
        (text, path, last, language) => {
          const parts = { path: path.join('/'), name: last, language, extension: '.md' };
          const found = pathPattern(text).match(pathPattern(text).expand(parts), ['es', 'pt-BR', 'zh-Hant-TW', 'zh']);
          expect({ ...parts, ...found }).toEqual(parts);
        },
      ),
    );
  });

  it.each([
    ['{langauge}/x.json', /Did you mean \{language\}\?/],
    ['/srv/{language}/x.json', /below the project/],
    ['../{language}/x.json', /leads out of the project/],
    ['a/{language/x.json', /bracket/],
    ['C:\\{language}\\x.json', /forward slashes/],
  ])('refuses %s', (source, message) => {
    expect(() => filesEntries([{ source }], place)).toThrow(message);
  });

  it.each<[FilesSetting[], RegExp]>([
    [
      [{ source: 'a/{path}.md', target: 'b/{path}.md' }],
      /a\/\{path\}\.md → b\/\{path\}\.md: the target has no \{language\}/,
    ],
    [
      [
        { source: 'a/{path}.md', target: 'x/{language}/{path}.md' },
        { source: 'b/{path}.md', target: 'x/{language}/{path}.md' },
      ],
      /write the same files: a\/\{path\}\.md → .* and b\/\{path\}\.md → /,
    ],
    [
      [{ source: 'a/{path}.md', target: '{language}.md' }],
      /Several sources would be written into one file|has \{path\}/,
    ],
    [[{ source: 'a/{language}.json' }, { source: 'b/{language}.json' }], /have one namespace: a\/.* and b\//],
  ])('names what contradicts', (settings, message) => {
    expect(() => filesEntries(settings, place)).toThrow(ConfigurationError);
    expect(() => filesEntries(settings, place)).toThrow(message);
  });
});

describe('the spelling of languages', () => {
  it.each([
    ['pt_BR', 'pt-BR'],
    ['pt-br', 'pt-BR'],
    ['ptBR', 'pt-BR'],
    ['zh_Hans_CN', 'zh-Hans-CN'],
    ['zhHans', 'zh-Hans'],
    ['es-419', 'es-419'],
    ['components', undefined],
    ['espanol', undefined],
    ['v2', undefined],
  ])('%s means %s', (name, tag) => expect(languageNamed(name)).toBe(tag));

  it('is the one on disk, the canonical one first', () => {
    const found = spellings(['pt-BR', 'zh-CN', 'fr', 'es'], { fr: 'french' }, () => [
      'pt_BR',
      'pt-br',
      'zh_CN',
      'zh-CN',
    ]);
    expect([...found.values()]).toEqual(['french', 'pt-br', 'zh-CN', 'es']);
  });
});
