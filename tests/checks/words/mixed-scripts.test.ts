import { mixedScripts } from '../../../scripts/checks/words/mixed-scripts.ts';
import { tryCases } from '../cases.ts';

tryCases(mixedScripts, [
  { languages: 'en>ru', source: 'The word', target: 'Слово и файл' },
  {
    languages: 'en>ru',
    source: 'The word',
    target: 'Cлово',
    at: 'Cлово',
    says: ['"Cлово" mixes letters of two scripts'],
  },
  { languages: 'en>es', source: 'The word', target: 'La pаlabra', at: 'pаlabra', says: [/^"pаlabra"/] },
  { languages: 'en>el', source: 'The word', target: 'Η λέξη και το PDF' },
  { languages: 'en>it', source: 'Voltage', target: 'Vοlt', says: [/^"Vοlt"/] },
  { languages: 'en>ru', source: 'A PDF file', target: 'PDF-файл, HTMLы' },
  { languages: 'en>de', source: 'The αSMA of 3 μm', target: 'Das αSMA von 3 μm' },
  { languages: 'en>ja', source: 'The word', target: 'PDFファイル' },
  { languages: 'en>ar', source: 'The HTML', target: 'الـHTML' },
  { languages: 'en>ru', syntax: 'i18next', source: 'access to<3>Buffer</3>', target: 'доступа к<3>Buffers</3>' },
]);
