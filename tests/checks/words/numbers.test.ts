import { expect, test } from 'vitest';
import { numbers } from '../../../scripts/checks/words/numbers.ts';
import { tryCases } from '../cases.ts';
import { messages } from '../judged.ts';

tryCases(numbers, [
  { source: '3 of 1,234.5', target: 'di 1.234,5 sono 3' },
  { source: '22 and 22', target: '22 e ventidue', says: ['the number 22 is missing'] },
  { source: '2 and 2', target: '2 e due' },
  { source: '7, 2, 7', target: '2', says: ['the number 7 is missing', 'the number 7 is missing'] },
  { source: 'none', target: '5' },
  { languages: 'en>fr', source: '35,000 units', target: '35 000 unités' },
  { languages: 'en>ru', source: 'Since 2001-02-28', target: 'С 28.02.2001' },
  { languages: 'en>ru', source: '3D objects', target: 'Трёхмерные объекты' },
  { languages: 'en>es', source: 'At 3:45 PM', target: 'A las 15:45' },
  { languages: 'en>ar', source: 'Page 12 of 30', target: 'الصفحة ١٢ من ٣٠' },
  { languages: 'en>ar', source: 'Page 12 of 30', target: 'الصفحة ١٣ من ٣٠', says: ['the number 12 is missing'] },
  { languages: 'en>ja', source: '15 files', target: '１５個のファイル' },
  { languages: 'en>hi', source: '47 files', target: '४७ फ़ाइलें' },
  { languages: 'en>de', source: 'In 2024', target: 'Im Jahr 2023', says: ['the number 2024 is missing'] },
  { syntax: 'markdown', source: '![10 cats](a.png)', target: '![gatti](a.png)', says: ['the number 10 is missing'] },
  // Said in words by a person.
  { languages: 'en>ar', source: '1 month', target: 'شهر واحد', person: true },
  {
    source: 'Give the code of your 2 factor app',
    target: 'Inserisci il codice della tua app a due fattori',
    person: true,
  },
  { source: '1 month', target: 'un mese', says: ['the number 1 is missing'] },
  { source: 'Wait 3 days', target: 'Aspetta 5 giorni', person: true, says: ['the number 3 is missing'] },
  { source: 'Wait 30 days', target: 'Aspetta un mese', person: true, says: ['the number 30 is missing'] },
  { languages: 'en>es', source: 'I18n locales on k8s', target: 'Configuraciones regionales' },
  {
    languages: 'en>pl',
    person: true,
    source: 'Up to $150, but keep any over $150',
    target: 'Do 150 zł, powyżej tej wartości zachowaj',
  },
  {
    languages: 'en>pl',
    person: true,
    source: 'Up to $150, over $250',
    target: 'Do 150 zł, powyżej tej wartości',
    says: ['the number 250 is missing'],
  },
]);

test('a table of half a million numbers is compared in one go', () => {
  const many = Array.from({ length: 500_000 }, (_, index) => index).join(' ');
  expect(messages(numbers, `${many} 600001`, many)).toEqual(['the number 600001 is missing']);
}, 30_000);
