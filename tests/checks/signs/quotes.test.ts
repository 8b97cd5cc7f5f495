import { quotes } from '../../../scripts/checks/signs/quotes.ts';
import { tryCases } from '../cases.ts';

tryCases(quotes, [
  { source: 'Say "hi"', target: 'Di’ «ciao»' },
  { source: 'Say "hi"', target: 'Di’ «ciao', at: '«', says: ['a quotation mark « has no partner'] },
  { languages: 'en>de', source: 'Say “hi”', target: 'Sag „hallo“' },
  { languages: 'en>de', source: 'Say “hi”', target: 'Sag „hallo', says: [/„/] },
  { languages: 'en>de', source: 'Say "hi"', target: 'Sag „hallo"' },
  { languages: 'en>ja', source: 'Say "hi"', target: '「こんにちは', says: [/「/] },
  { languages: 'en>es', source: 'A 5" disk', target: 'Un disco de 5"' },
  { languages: 'en>fr', source: 'It\'s "it"', target: "C'est « ça »" },
]);
