import { links } from '../../../scripts/checks/codes/links.ts';
import { tryCases } from '../cases.ts';

const markdown = { syntax: 'markdown' } as const;
const i18next = { syntax: 'i18next' } as const;

tryCases(links, [
  { ...markdown, source: '[a](https://example.org/a)', target: '[b](https://example.org/a)' },
  {
    ...markdown,
    source: '[a](https://example.org/a)',
    target: '[b](https://example.org/b)',
    severity: 'error',
    says: [/^lacks link:/, /^has link:/],
  },
  {
    ...markdown,
    source: '[a](https://example.org/a)',
    target: '[b](https://esempio.org/)',
    person: true,
    severity: 'warning',
    says: ['leads to link:https://esempio.org/ where the source leads to link:https://example.org/a'],
  },
  {
    ...markdown,
    source: '[a](https://example.org/a)',
    target: 'b',
    person: true,
    severity: 'warning',
    says: ['lacks link:https://example.org/a'],
  },
  // The page in the language of the target.
  { ...markdown, languages: 'en>es', source: '[a](/en/guide/)', target: '[a](/es/guide/)', person: true },
  {
    ...markdown,
    languages: 'en>de',
    source: '[a](https://en.example.org/F)',
    target: '[a](https://de.example.org/F)',
    person: true,
  },
  { ...markdown, languages: 'en>pt-BR', source: '[a](../guide.md)', target: '[a](../guide.pt-br.md)', person: true },
  { ...markdown, languages: 'en>fr', source: '![a](shot.png)', target: '![a](shot.fr.png)', person: true },
  { ...markdown, languages: 'en>gl', source: '[a](/x?lang=en)', target: '[a](/x?lang=gl)', person: true },
  { ...markdown, languages: 'en>es', source: '[a](/en/guide/)', target: '[a](/es/guide/)', says: [/^lacks/, /^has/] },
  {
    ...markdown,
    languages: 'en>es',
    source: '[a](/en/guide/)',
    target: '[a](/it/guide/)',
    person: true,
    says: [/^leads to/],
  },
  // An address ends before the marks of a Chinese sentence.
  {
    ...i18next,
    languages: 'en>zh-Hans',
    source: 'Read https://example.org/help (in English).',
    target: '请阅读https://example.org/help（英文）。',
    person: true,
  },
  {
    ...i18next,
    languages: 'en>ja',
    source: 'See https://example.org/a, then go.',
    target: 'https://example.org/a、それから進みます。',
    person: true,
  },
  // An address for show.
  { source: 'For example: https://myserver.com', target: 'Per esempio: https://mioserver.it', person: true },
  {
    source: 'Read https://docs.dev/a',
    target: 'Leggi https://altro.dev/a',
    person: true,
    says: [/^leads to url:https:\/\/altro/],
  },
]);
