import { edgeSpaces } from '../../../scripts/checks/signs/edge-spaces.ts';
import { tryCases } from '../cases.ts';

tryCases(edgeSpaces, [
  { source: 'Name: ', target: 'Nome: ' },
  { source: 'Name: ', target: 'Nome:', says: ['ends without the white space of its source'] },
  {
    languages: 'en>de',
    source: 'Open',
    target: ' Öffnen',
    at: ' ',
    says: ['begins with white space, its source does not'],
  },
  {
    languages: 'en>es',
    syntax: 'i18next',
    source: 'by {{name}}',
    target: 'por {{name}} ',
    says: [/^ends with white space/],
  },
  { languages: 'en>ja', source: 'Name: ', target: '名前：' },
  { languages: 'en>ar', source: ' and ', target: ' و', says: [/^ends without/] },
  { syntax: 'markdown', source: '**a** b', target: ' **a** b' },
  { languages: 'en>de', syntax: 'i18next', source: 'Active <1></1> ago', target: 'Aktiv vor <1></1>' },
  { languages: 'en>de', syntax: 'i18next', source: '{{name}} opened <3></3>', target: '{{name}} hat <3></3> geöffnet' },
  { languages: 'en>de', syntax: 'i18next', source: '<1></1> ago', target: 'vor <1></1> ', says: [/^ends with/] },
]);
