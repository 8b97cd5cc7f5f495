/** A TMX of ours that was edited, TBX of both versions, and a project that has no translation yet. */
import { describe, expect, it } from 'vitest';
import { exportMemory, exportTermbase } from '../../scripts/commands/export.ts';
import { importMemory } from '../../scripts/commands/import.ts';
import { readTbx } from '../../scripts/exchange/tbx.ts';
import { openProject } from '../../scripts/pipeline/see/project.ts';
import { recordLine, temporaryProject, type TemporaryProject } from '../commands/temporary-project.ts';
import { exported, imported, opened, translatedProject } from './exchange-project.ts';

async function memoryOf(project: TemporaryProject): Promise<string> {
  return (await exportMemory((await opened(project)).project, ['es'], false)).text;
}

async function taken(project: TemporaryProject, tmx: string) {
  return importMemory(await opened(project), 'memory.tmx', Buffer.from(tmx), { dryRun: false, note: () => undefined });
}

describe('a TMX of ours', () => {
  it('that nobody edited changes nothing: no draft becomes a text of the memory', async () => {
    const project = await translatedProject();
    const before = project.snapshot('locales');
    expect(await taken(project, await memoryOf(project))).toMatchObject({ count: 0, files: [] });
    expect(project.snapshot('locales')).toEqual(before);
  });

  it('gives its edits, and conflicts with both texts', async () => {
    const project = await translatedProject();
    const tmx = (await memoryOf(project)).replace('öñé ţŵö', 'uno dos').replace('ţéŕɱš', 'términos');
    project.write('locales/es/ui.json', project.read('locales/es/ui.json').replace('ţéŕɱš', 'condiciones'));
    const { merged, count } = await taken(project, tmx);
    expect(count).toBe(0);
    expect(merged[0]?.units).toMatchObject([
      { key: 'body.zebra.li1', outcome: 'taken', theirs: '⟦uno dos·⟧' },
      { key: 'html', outcome: 'conflict', ours: expect.stringContaining('condiciones') },
    ]);
    expect(project.read('locales/es/post.md')).toContain('uno dos');
    expect(recordLine(project, 'locales/.review/es/post.json', 'body.zebra.li1')).toMatchObject({
      origin: 'person',
      state: 'translated',
    });
  });

  it('whose marks a tool has lost feeds the memory with what is not here already, and only that', async () => {
    const project = await translatedProject();
    const tmx = (await memoryOf(project)).replaceAll(/<prop [^]*?<\/prop>\n/g, '').replace('öñé ţŵö', 'uno dos');
    const { merged, count, files } = await taken(project, tmx);
    expect([merged, files]).toEqual([[], ['locales/.memory/es.jsonl']]);
    // Texts with codes are written in another way without their marks.
    expect(count).toBeLessThan(8);
    expect(project.read('locales/.memory/es.jsonl')).toContain('uno dos');
  });
});

describe('TBX', () => {
  const TERMS =
    'concept,language,term,plural,gender,status,part_of_speech,case,note\nserum,en,serum,serums,,preferred,noun,,a liquid\nserum,es,suero,sueros,m,preferred,noun,,\nserum,es,sérum,,m,deprecated,noun,,\nbrand,en,Glossa,,,do-not-translate,proper noun,sensitive,\n';

  it.each(['2', '3'])('%s comes back with the same terms', async (dialect) => {
    const project = temporaryProject({ 'source/a.json': '{"a": "x"}', 'glossary/terms.csv': TERMS });
    const open = openProject(project.root, process.env);
    const { termbase } = await open.termbase();
    const { text } = await exportTermbase(open, dialect);
    expect(text).toContain(dialect === '2' ? '<martif type="TBX-Basic"' : '<tbx type="TBX-Basic"');
    const { terms, errors, notKept } = readTbx('a.tbx', text);
    expect([errors, notKept.size]).toEqual([[], 0]);
    const plain = <One extends object>(term: One) => ({ ...term, file: '', line: 0 });
    expect(terms.map(({ term }) => plain(term))).toEqual(termbase.concepts.flatMap((one) => one.terms.map(plain)));
  });

  it('2 is read as others write it, and what a glossary has no place for is told', () => {
    const martif = `<?xml version="1.0"?><martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>a</p></sourceDesc></fileDesc></martifHeader><text><body>
<termEntry id="c1"><descrip type="subjectField">skin</descrip><langSet xml:lang="en"><ntig><termGrp><term>serum</term><termNote type="partOfSpeech">noun</termNote></termGrp><descrip type="context">A serum.</descrip></ntig></langSet>
<langSet xml:lang="es"><tig><term>suero</term></tig></langSet></termEntry></body></text></martif>`;
    const { terms, errors, notKept } = readTbx('a.tbx', martif);
    expect(errors).toEqual([]);
    expect(terms.map(({ term }) => [term.language, term.term, term.partOfSpeech])).toEqual([
      ['en', 'serum', 'noun'],
      ['es', 'suero', undefined],
    ]);
    expect([...notKept]).toEqual([
      ['subjectField', 1],
      ['context', 1],
    ]);
  });
});

describe('a project without translations', () => {
  const FILES = {
    'l10n.config.json': JSON.stringify({
      sourceLanguage: 'en',
      targetLanguages: ['es'],
      engine: 'pseudo',
      messages: 'icu',
    }),
    'source/m.json': JSON.stringify({
      n: '{count, plural, one {One message} other {# messages}}',
      p: 'Plain {name} text. Another sentence.',
    }),
  };

  it('is filled from a file, branches of messages and sentences too; half a unit is left with the reason', async () => {
    const project = temporaryProject(FILES);
    const file = (await exported(project, '.xlf')).replace(
      /<segment ([^>]*)><source>(One message|<ph [^>]*\/> messages|Plain [^]*?text\.|Another sentence\.)<\/source><\/segment>/g,
      (_, about: string, source: string) => {
        const target = source
          .replace('One message', 'Un mensaje')
          .replace('messages', 'mensajes')
          .replace('Another sentence', 'Otra frase');
        return `<segment ${about}><source>${source}</source><target>${target.replace('Plain', 'Texto').replace('text.', 'llano.')}</target></segment>`;
      },
    );
    const half = await imported(project, '.xlf', file.replace('<target>Otra frase.</target>', ''), true);
    expect(half.units).toMatchObject([
      { key: 'n', outcome: 'taken', theirs: '{count, plural, one {Un mensaje} many {# mensajes} other {# mensajes}}' },
      { key: 'p', outcome: 'left', reason: 'not all of its sentences are translated' },
    ]);
    await imported(project, '.xlf', file);
    expect(project.json('locales/es/m.json')).toEqual({
      n: '{count, plural, one {Un mensaje} many {# mensajes} other {# mensajes}}',
      p: 'Texto {name} llano. Otra frase.',
    });
    expect((await imported(project, '.xlf', await exported(project, '.xlf', '2.1', true))).units).toEqual([]);
  });

  it('is not filled by copies of the source', async () => {
    const project = temporaryProject(FILES);
    for (const dialect of ['2.1', '1.2']) {
      const { units } = await imported(project, '.xlf', await exported(project, '.xlf', dialect, true));
      expect(units.map(({ outcome, reason }) => `${outcome}: ${reason ?? ''}`)).toEqual([
        'left: it equals its source',
        'left: it equals its source',
      ]);
    }
    expect(project.exists('locales')).toBe(false);
  });
});
