import { nameCapitals } from '../../../scripts/checks/words/name-capitals.ts';
import { tryCases } from '../cases.ts';

tryCases(nameCapitals, [
  { source: 'JavaScript runs', target: 'JavaScript gira' },
  {
    source: 'JavaScript runs',
    target: 'Javascript gira',
    at: 'Javascript',
    says: ['"Javascript" is spelt "JavaScript" in the source'],
  },
  { languages: 'en>es', source: 'On your iPhone', target: 'En su Iphone', at: 'Iphone', says: [/iPhone/] },
  { languages: 'en>de', source: 'With macOS', target: 'Mit MacOS', at: 'MacOS', says: [/macOS/] },
  { languages: 'en>fr', source: 'NOTE: read', target: 'Note : lisez' },
  { languages: 'en>ru', source: 'On GitHub', target: 'На гитхабе' },
  { languages: 'en>ja', source: 'PostgreSQL and MySQL', target: 'PostgreSQLとMySQL' },
  {
    syntax: 'i18next',
    languages: 'en>ru',
    source: '<b>Command</b><b>Ctrl</b>+F',
    target: '<b>COMMAND</b><b>CTRL</b>+F',
  },
  { languages: 'en>de', source: 'Use any OpenId provider', target: 'Nimm einen OpenID-Anbieter' },
]);
