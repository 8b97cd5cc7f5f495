import { brokenCharacters } from '../../../scripts/checks/signs/broken-characters.ts';
import { tryCases } from '../cases.ts';

tryCases(brokenCharacters, [
  { source: 'One', target: 'Uno' },
  { source: 'One', target: 'U\u0000no', at: '\u0000', says: ['has U+0000, which is no character of a text'] },
  { source: 'So', target: 'Cos\ufffd e cos\ufffd', says: [/U\+FFFD/], severity: 'error' },
  { source: 'One', target: 'Uno\ud83d', says: [/U\+D83D/] },
  { source: 'One', target: '\ude00Uno', says: [/U\+DE00/] },
  { source: 'One', target: '\u001b[31mUno', says: [/U\+001B/] },
  { source: 'One\ttwo\nthree', target: 'Uno\tdue\ntre 😀 𠀀' },
  { source: '\u001b[1mOne', target: '\u001b[1mUno' },
]);
