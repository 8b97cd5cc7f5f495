import { codeSpans } from '../../../scripts/checks/codes/code-spans.ts';
import { tryCases } from '../cases.ts';

const markdown = { syntax: 'markdown' } as const;

tryCases(codeSpans, [
  { ...markdown, source: 'Run `npm i`', target: 'Esegui `npm i`' },
  {
    ...markdown,
    languages: 'en>de',
    source: 'Run `npm i`',
    target: 'Starte npm i',
    severity: 'error',
    says: ['lacks code:npm i'],
  },
  {
    ...markdown,
    languages: 'en>es',
    source: 'Run `git clone <your-name>`',
    target: 'Ejecute `git clone <su-nombre>`',
    person: true,
    severity: 'warning',
    says: [/^lacks code:/, /^has code:/],
  },
  {
    syntax: 'i18next',
    languages: 'en>fr',
    source: 'Press <kbd>Esc</kbd>',
    target: 'Appuyez sur <kbd>Échap</kbd>',
    person: true,
    severity: 'warning',
    says: [/^lacks/, /^has/],
  },
]);
