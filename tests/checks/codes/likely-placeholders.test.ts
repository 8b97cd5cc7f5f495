import { likelyPlaceholders } from '../../../scripts/checks/codes/likely-placeholders.ts';
import { tryCases, type Case } from '../cases.ts';

const value = (source: string, target: string, ...says: string[]): Case => ({
  source,
  target,
  kind: 'value',
  syntax: 'i18next',
  says: says.map((one) => `lacks ${one}, which looks like a placeholder`),
});

tryCases(likelyPlaceholders, [
  value('Hello :name, :count items left', 'Ciao :nome, :count oggetti', ':name'),
  value(
    'Read @:common.terms and @.lower:common.rules',
    'Leggi @:comune.termini e @.lower:common.rules',
    '@:common.terms',
  ),
  value('Hello $name', 'Ciao $nome', '$name'),
  value('Sent by @user', 'Da @utente', '@user'),
  value('Dear #name#', 'Caro #nome#', '#name#'),
  value('See [homarr_base] first', 'Vedi prima [base]', '[homarr_base]'),
  value('Copied \\(count) files', 'Copiati \\(conto) file', '\\(count)'),
  value('By {name|upper}', 'Da {nome|upper}', '{name|upper}'),
  value('no apples | one apple | many', 'nessuna mela, una mela, tante', '|'),
  value('Hello :name', 'Ciao :name'),
  value('It costs $5, at 10:30, see https://x.example/:a', 'Costa 5 $, alle 10:30, vedi https://x.example/:a'),
  value('Mail a@b.example or c@d.example: thanks', 'Scrivi a a@b.example o c@d.example: grazie'),
  value('100 %discount :smile: note: this', 'Sconto 100 % faccina nota: questo'),
  { source: 'Hello :name', target: 'Ciao :nome' },
  { kind: 'value', syntax: 'i18next', source: 'App: {{v}} | Server: {{s}}', target: 'App: {{v}}, server: {{s}}' },
]);
