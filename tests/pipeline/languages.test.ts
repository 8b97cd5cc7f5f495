/** The language of a file, a field and a block, as it is declared and as it is suspected. */
import { describe, expect, it } from 'vitest';
import { temporaryProject } from '../commands/project-in-process.ts';
import { recordLine, valueAt } from '../commands/temporary-project.ts';

const TARGETS = '{"sourceLanguage": "en", "targetLanguages": ["es", "it"], "engine": "pseudo"}';

function project(files: Readonly<Record<string, string>>) {
  return temporaryProject({ 'l10n.config.json': TARGETS, ...files });
}

describe('a file in another language than the project', () => {
  const ARTICLE = '---\ntitle: Gli esosomi\nlang: it\n---\n\nGli esosomi sono piccole particelle.\n';

  it('has its source bundle in its own language; the project’s source language is a target', async () => {
    const one = project({ 'source/a.md': ARTICLE, 'source/b.md': 'An English text.\n' });
    const { code, report } = await one.translate();
    expect(code).toBe(0);
    expect(one.json('locales/it/a.json')).toMatchObject({ title: 'Gli esosomi' });
    expect(one.exists('locales/.review/it/a.json')).toBe(false);
    expect(one.exists('locales/it/a.md')).toBe(false);
    for (const language of ['en', 'es']) {
      expect(valueAt(one.json(`locales/${language}/a.json`), 'title'), language).toBe('⟦Ĝļî éšöšöɱî··⟧');
      expect(one.read(`locales/${language}/a.md`)).toContain(`lang: ${language}\n`);
      expect(recordLine(one, `locales/.review/${language}/a.json`, 'title')).toMatchObject({ origin: 'pseudo' });
    }
    expect(one.json('locales/en/b.json')).toMatchObject({ body: { lead: { p1: 'An English text.' } } });
    expect(report.languages['en']).toMatchObject({ units: 2, machine: 2 });
    expect(report.languages['it']).toMatchObject({ units: 1, machine: 1 });
    const before = one.snapshot('locales');
    expect((await one.translate()).report.requests).toBe(0);
    expect(one.snapshot('locales')).toEqual(before);
    expect((await one.run('check')).code).toBe(0);
  });

  it('takes from the memory what the project’s source language has as a target', async () => {
    const one = project({ 'source/a.md': ARTICLE });
    await one.translate();
    one.write('source/b.md', ARTICLE);
    expect((await one.translate()).report.languages['en']).toMatchObject({ units: 4, memory: 2, machine: 0 });
  });

  it('HTML says it in its root element', async () => {
    const one = project({ 'source/a.html': '<!doctype html>\n<html lang="it">\n<p>Buongiorno a tutti</p>\n</html>\n' });
    expect((await one.translate()).code).toBe(0);
    expect(one.read('locales/it/a.json')).toContain('Buongiorno a tutti');
    expect(one.exists('locales/en/a.html')).toBe(true);
    expect(one.exists('locales/it/a.html')).toBe(false);
  });

  it('an unknown language is an error of that file', async () => {
    const one = project({ 'source/a.md': '---\nlang: english\n---\n\nText.\n', 'source/b.md': 'Text.\n' });
    const { code, stderr } = await one.translate();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: source\/a\.md.*"english" is no known language/m);
    expect(one.exists('locales/es/b.md')).toBe(true);
  });
});

describe('a field or block in another language than its file', () => {
  it('is copied where that is the target’s own, without engine, finding or review', async () => {
    const one = project({
      'source/a.md':
        '---\ntitle: Esosomi\ndescription: About particles\nl10n:\n  lang:\n    title: it\n---\n\n# Particles\n\n' +
        ':::note{lang=it}\nTesto in italiano.\n:::\n\n<div lang="it">\n\nCiao a tutti.\n\n</div>\n',
      'source/b.html': '<p>Good day</p>\n<section lang="it"><p>Buona giornata</p></section>\n',
    });
    const { code, report } = await one.translate();
    expect(code).toBe(0);
    const copied = ['title', 'body.particles.p1', 'body.particles.p2'];
    for (const key of copied) {
      const line = recordLine(one, 'locales/.review/it/a.json', key);
      expect(line).toMatchObject({ origin: 'source', state: 'translated' });
      expect(line).not.toHaveProperty('findings');
      expect(valueAt(one.json('locales/it/a.json'), key)).toBe(valueAt(one.json('locales/en/a.json'), key));
      expect(recordLine(one, 'locales/.review/es/a.json', key)).toMatchObject({ origin: 'pseudo' });
    }
    expect(one.read('locales/it/a.md')).toContain('title: Esosomi\ndescription: ⟦Åƀöûţ');
    expect(one.read('locales/it/a.md')).toContain('\nTesto in italiano.\n');
    expect(one.read('locales/it/b.html')).toContain('<p>Buona giornata</p>');
    expect(one.read('locales/es/b.html')).toContain('<p>⟦Ɓûöñå');
    expect(report.languages['it']).toMatchObject({ units: 7, machine: 3 });
    expect((await one.translate('--redo')).report.languages['it']).toMatchObject({ machine: 3 });
    expect((await one.run('check', ['--strict'])).code).toBe(0);
  });

  it('a whole title in Italian is translated from Italian; an English one around an Italian word is not', async () => {
    const one = project({
      'source/a.md': '---\ntitle: "Esosomi: the new magic word in skincare"\n---\n\nText about it.\n',
      'glossary/a.csv': 'concept,language,term\nexosome,en,Esosomi\nexosome,it,esosomi\nexosome,es,exosomas\n',
    });
    expect((await one.translate()).code).toBe(0);
    expect(valueAt(one.json('locales/es/a.json'), 'title')).toMatch(/exosomas: ţĥé ñéŵ ɱåĝîç/i);
    expect(recordLine(one, 'locales/.review/it/a.json', 'title')).toMatchObject({ origin: 'pseudo' });
  });
});

describe('a block that is surely in another language and does not say so', () => {
  const ITALIAN = 'Gli esosomi sono minuscole particelle che le nostre cellule producono ogni giorno per la pelle.';
  const SOURCE = `A short English text about the particles of our skin.\n\n${ITALIAN}\n`;
  const KEY = 'body.lead.p2';

  it('is not sent: it stays initial with the finding, until a person approves it', async () => {
    const one = project({ 'source/a.md': SOURCE });
    const { code, report } = await one.translate();
    expect(code).toBe(1);
    expect(report.failed).toMatchObject([{ key: KEY }, { key: KEY }]);
    expect(report.failed[0]?.reason).toMatch(/^looks like Italian: declare its language/);
    const record = recordLine(one, 'locales/.review/es/a.json', KEY);
    expect(record).toMatchObject({ state: 'initial' });
    expect(valueAt(one.json('locales/es/a.json'), KEY)).toBeUndefined();
    expect(one.read('locales/es/a.md')).toContain(`\n${ITALIAN}\n`);
    expect((await one.run('check')).code).toBe(1);

    expect((await one.run('review', ['approve', '--to', 'es', '--key', KEY])).code).toBe(0);
    const next = await one.translate();
    // The approval is about the source: it holds in every language.
    expect(next).toMatchObject({ code: 0, report: { failed: [], languages: { es: { findings: 0 } } } });
    for (const language of ['es', 'it']) expect(valueAt(one.json(`locales/${language}/a.json`), KEY)).toMatch(/^⟦Ĝļî/);
    expect((await one.translate()).report.requests).toBe(0);
    expect((await one.run('check', ['--strict'])).code).toBe(0);
  });

  it('stays approved as long as it is the same text: redone, under other terms, in another language', async () => {
    const one = project({ 'source/a.md': SOURCE });
    await one.translate();
    await one.run('review', ['approve', '--to', 'es', '--key', KEY]);
    expect((await one.translate()).code).toBe(0);
    expect(await one.translate('--redo')).toMatchObject({ code: 0, report: { failed: [] } });
    one.write('glossary/a.csv', 'concept,language,term\ncell,en,cellule\ncell,es,células\ncell,it,cellule\n');
    expect(await one.translate()).toMatchObject({ code: 0, report: { failed: [] } });
    one.write('l10n.config.json', TARGETS.replace('"it"', '"it", "fr"'));
    expect(await one.translate()).toMatchObject({ code: 0, report: { failed: [], languages: { fr: { machine: 2 } } } });
    await one.run('review', ['reject', '--to', 'es', '--key', KEY]);
    expect(await one.translate()).toMatchObject({ code: 0, report: { failed: [] } });
    one.write('source/a.md', SOURCE.replace('ogni giorno', 'ogni notte'));
    await one.translate('--to', 'fr');
    const { code, report } = await one.translate();
    expect(code).toBe(1);
    expect(report.failed).toMatchObject([{ key: KEY }, { key: KEY }, { key: KEY }]);
  });

  it('in JSON is told what helps there', async () => {
    const one = project({ 'source/ui.json': JSON.stringify({ a: ITALIAN }) });
    const { report } = await one.translate('--to', 'es');
    expect(report.failed[0]?.reason).toBe(
      'looks like Italian: i18next JSON cannot declare a language: correct the text, or take it as it is with review approve',
    );
  });

  it('is done when its language is declared', async () => {
    const one = project({ 'source/a.md': SOURCE });
    await one.translate();
    one.write('source/a.md', SOURCE.replace(ITALIAN, `:::note{lang=it}\n${ITALIAN}\n:::`));
    const { code } = await one.translate();
    expect(code).toBe(0);
    expect(one.read('locales/it/a.md')).toContain(`:::note{lang=it}\n${ITALIAN}\n:::`);
    expect(one.read('locales/es/a.md')).toContain(':::note{lang=it}\n⟦Ĝļî');
  });

  it('nothing is said about short strings and names', async () => {
    const one = project({
      'source/ui.json':
        '{"a": "Ciao", "b": "Menu", "c": "Villa Borghese", "d": "La Dolce Vita", "e": "Pizza Margherita"}',
    });
    const { code, report } = await one.translate();
    expect(code).toBe(0);
    expect(report.failed).toEqual([]);
  });
});
