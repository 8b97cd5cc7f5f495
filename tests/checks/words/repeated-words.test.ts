import { repeatedWords } from '../../../scripts/checks/words/repeated-words.ts';
import { tryCases } from '../cases.ts';

tryCases(repeatedWords, [
  { source: 'Open the file', target: 'Apri il file' },
  { source: 'Open the file', target: 'Apri il il file', at: 'il il', says: ['"il" stands twice in a row'] },
  { languages: 'en>es', source: 'Open it.', target: 'Abra Abra eso.', at: 'Abra Abra', says: [/^"Abra"/] },
  { languages: 'en>fr', source: 'You see.', target: 'Vous vous voyez.' },
  { languages: 'en>de', source: 'If they see them', target: 'Wenn sie sie sehen, die die Türen' },
  { languages: 'en>de', source: 'A house', target: 'Das ein ein Haus', says: [/^"ein"/] },
  { languages: 'en>gl', source: 'If it is', target: 'se se dá' },
  { languages: 'en>tr', source: 'Slowly', target: 'yavaş yavaş' },
  { languages: 'en>ru', source: 'A word', target: 'это слово слово', at: 'слово слово', says: [/^"слово"/] },
  { source: 'log log', target: 'log log' },
  // Codes and edges of markup part words.
  { syntax: 'markdown', source: 'Choose **Name** name', target: 'Scegli **Nome** nome' },
  { syntax: 'i18next', source: '{{a}} b', target: 'b {{a}} b' },
  // Alt texts are read, too.
  { syntax: 'markdown', source: '![a cat](a.png)', target: '![un un gatto](a.png)', at: 'un un', says: [/^"un"/] },
  { languages: 'en>ku', source: 'Dashed', target: 'پچڕ پچڕ' },
  { languages: 'en>es', source: 'A to Z, welcome', target: 'de la A a la Z, bienvenido/a a casa' },
]);
