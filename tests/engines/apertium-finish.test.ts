/** What is mended after generation, and what a second leg is told, without Apertium. */
import { describe, expect, it } from 'vitest';
import { finish } from '../../scripts/engines/apertium/finish.ts';
import { knowledgeOf, recall, wordsOf } from '../../scripts/engines/apertium/rules/knowledge.ts';
import { content, shown } from './apertium-harness.ts';

const finished = (source: string, target: string, language = 'it'): string =>
  shown(finish(content(target), content(source), language));

describe('after generation', () => {
  it('begins with a capital where the source does, also inside markup', () => {
    expect(finished('He stayed.', 'rimaneva.')).toBe('Rimaneva.');
    expect(finished('*He* stayed.', '*egli* rimaneva.')).toBe('*Egli* rimaneva.');
    expect(finished('stayed', 'rimaneva')).toBe('rimaneva');
    expect(finished('eBay grew.', 'eBay cresceva.')).toBe('eBay cresceva.');
    expect(finished('28 men.', '28 uomini.')).toBe('28 uomini.');
    expect(finished('{x} said it', '{x} lo disse')).toBe('{x} lo disse');
  });

  it('takes the capital from the second word where the source has none', () => {
    expect(finished('Hsieh implied it.', 'Hsieh Implicaba.')).toBe('Hsieh implicaba.');
    expect(finished('<Exosomes> are new.', '<Exosomas> Son nuevos.')).toBe('<Exosomas> son nuevos.');
    expect(finished('Rome Daily says', 'Rome Diario dice')).toBe('Rome Diario dice');
    expect(finished('People say', 'Persone Dicono')).toBe('Persone Dicono');
  });

  it('spells names as the source does', () => {
    expect(finished('Use JavaScript and NOTE.', 'Usa Javascript e nota.')).toBe('Usa JavaScript e nota.');
    expect(finished('A Mac is', 'Una macchina')).toBe('Una macchina');
  });

  it('says no word twice, unless the source does, or French', () => {
    expect(finished('a bit of', 'un poco di di *marketing*')).toBe('un poco di *marketing*');
    expect(finished('very very', 'molto molto')).toBe('molto molto');
    expect(finished('we see us', 'nous nous voyons', 'fr')).toBe('nous nous voyons');
  });

  it('leaves no space hanging', () => {
    expect(finished('It (is) new.', 'Questo ( è ) nuovo .')).toBe('Questo (è) nuovo.');
    expect(finished('a  b', 'a  b')).toBe('a  b');
    expect(finished('costs .5', 'costa .5')).toBe('costa .5');
  });

  it('sets French signs apart', () => {
    expect(finished('What? A: b; at 11:20!', 'Quoi? A: b; à 11:20!', 'fr')).toBe(
      'Quoi\u202F? A\u00A0: b\u202F; à 11:20\u202F!',
    );
    expect(finished('*What*?', '*Quoi*?', 'fr')).toBe('*Quoi*\u202F?');
    expect(finished('What?', 'Che?', 'it')).toBe('Che?');
  });

  it('keeps codes where they are', () => {
    expect(finished('*A {x}* b.', '*a {x}* de de b .', 'es')).toBe('*A {x}* de b.');
  });
});

describe('a second leg', () => {
  const words = wordsOf('^Vivir<vblex><pri><p3><pl>$ ^vecino<adj><m><pl>$ ^*parla$ ^de<pr>$^miembro<n><m><pl>$');
  const known = knowledgeOf(words, ['Viven', 'vecinos', 'parla', '~de', 'miembros']);

  it('keeps the reading of the first, by lemma and class, then by class, then by tags', () => {
    expect(recall('^vecinos/vecino<n><m><pl>/vecino<adj><m><pl>$', known)).toBe('^vecinos/vecino<adj><m><pl>$');
    expect(recall('^viven/vivar<vblex><prs><p3><pl>/vivir<vblex><pri><p3><pl>$', known)).toBe(
      '^viven/vivir<vblex><pri><p3><pl>$',
    );
    expect(recall('^viven/vivo<n><m>/otro<vblex><pri><p3><pl>/otro<vblex><prs><p1>$', known)).toBe(
      '^viven/otro<vblex><pri><p3><pl>$',
    );
    expect(recall('^otra/otro<adj>/otro<n>$', known)).toBe('^otra/otro<adj>/otro<n>$');
  });

  it('does not look up what the first did not know, but names', () => {
    expect(recall('^parla/parlar<vblex><pri>$', known)).toBe('^parla/*parla$');
    expect(recall('^parla/Parla<np><loc>$', known)).toBe('^parla/Parla<np><loc>$');
  });

  it('reads a word that it does not know as the first did, where it has a translation', () => {
    expect(recall('^miembros/*miembros$', known, new Set(['miembro<n>']))).toBe('^miembros/miembro<n><m><pl>$');
    expect(recall('^miembros/*miembros$', known)).toBe('^miembros/*miembros$');
  });
});
