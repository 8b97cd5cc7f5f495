import { endMark } from '../../../scripts/checks/signs/end-mark.ts';
import { tryCases } from '../cases.ts';

const source = 'This is a sentence of ten words and a full stop.';
const says = ['has no mark at its end, its source has'];

tryCases(endMark, [
  { source, target: 'Questa è una frase di dieci parole con un punto.' },
  { source, target: 'Questa è una frase di dieci parole con un punto', at: 'o', says },
  { languages: 'en>de', source, target: 'Das ist ein Satz aus zehn Wörtern (mit Punkt).' },
  { languages: 'en>hi', source, target: 'यह दस शब्दों का एक वाक्य है और एक विराम।' },
  { languages: 'en>ru', source, target: 'Это предложение из десяти слов и с точкой', says },
  { languages: 'en>ja', source, target: 'これは十語の文です' },
  { languages: 'en>es', source: 'Open the file.', target: 'Abrir el archivo' },
  {
    languages: 'en>bn',
    source: 'The server rejected a message that was sent by your browser.',
    target: 'সার্ভার আপনার ব্রাউজারের পাঠানো একটি বার্তা প্রত্যাখ্যান করেছে৷',
  },
]);
