/** Files that are broken, or made to do harm: a clear error or the right result, and never much memory. */
import { describe, expect, it } from 'vitest';
import { readXliff } from '../../scripts/exchange/read-xliff.ts';
import type { ReturnedText } from '../../scripts/exchange/exchanged.ts';
import { describe as told, GlossaError } from '../../scripts/project/errors.ts';
import { exported, imported, translatedProject } from './exchange-project.ts';

const V2 = 'xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="es"';
const V12 = 'xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"';
const unit = (inner: string): string =>
  `<xliff ${V2}><file id="f" original="a.md"><unit id="u">${inner}</unit></file></xliff>`;
const segment = (source: string, target = ''): string => unit(`<segment><source>${source}</source>${target}</segment>`);

async function read(text: string): Promise<ReturnedText[]> {
  const texts: ReturnedText[] = [];
  await readXliff([Buffer.from(text)], 'work.xlf', { languages: () => undefined, text: (one) => texts.push(one) });
  return texts;
}

/** Why a file is refused: as a whole, or in its first unit. */
async function reason(text: string): Promise<string> {
  try {
    return (await read(text))[0]?.fault ?? '';
  } catch (error) {
    if (error instanceof GlossaError) return told(error);
    throw error;
  }
}

const LAUGHS = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');

describe('a file of XLIFF is refused', () => {
  it.each([
    ['entities', `<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]>${segment('&x;')}`, /declares entities/],
    ['a billion laughs', `<!DOCTYPE xliff [<!ENTITY l0 "ha">${LAUGHS}]>${segment('&l9;')}`, /declares entities/],
    [
      'an entity that nobody declares',
      `<!DOCTYPE xliff SYSTEM "http://evil.example/x.dtd">${segment('&x;')}`,
      /work\.xlf:1: .*undefined entity/,
    ],
    ['a version of tomorrow', `<xliff version="3.0"><file/></xliff>`, /XLIFF 3\.0 cannot be read/],
    ['another format', '<tmx version="1.4"/>', /<tmx> cannot be read/],
    ['half a file', segment('a').slice(0, -20), /Not well-formed/],
    ['nothing', '', /Not well-formed|empty/],
    ['depth', segment(`${'<mrk id="a" translate="yes">'.repeat(100)}a${'</mrk>'.repeat(100)}`), /nested too deeply/],
    ['bytes of another encoding', `<?xml version="1.0" encoding="klingon"?>${segment('a')}`, /not in the encoding/],
    [
      'two languages in one',
      `<xliff ${V12}><file original="a" source-language="en" target-language="es"><body/></file><file original="b" source-language="en" target-language="it"><body/></file></xliff>`,
      /several target languages/,
    ],
  ])('%s', async (_, text, message) => {
    expect(await reason(text)).toMatch(message);
  });
});

describe('a rule of XLIFF 2.1 that is broken is named', () => {
  const note = '<notes><note id="n">x</note></notes>';
  it.each<[string, string]>([
    ['content', `<xliff ${V2}></xliff>`],
    ['content', unit('<ignorable><source>a</source></ignorable>')],
    ['attribute', unit('<segment translate="no"><source>a</source></segment>')],
    ['value', unit('<segment state="done"><source>a</source></segment>')],
    ['state', unit('<segment state="final"><source>a</source></segment>')],
    ['sub-state', unit('<segment subState="a:b"><source>a</source></segment>')],
    ['id', unit('<segment id="s"><source>a</source></segment><segment id="s"><source>b</source></segment>')],
    ['id', segment('<ph id="1"/><ph id="1"/>')],
    ['data-ref', segment('<ph id="1" dataRef="d"/>')],
    ['pairs', segment('<pc id="1" equivStart="a">b</pc>')],
    ['sub-type', segment('<ph id="1" type="ui" subType="xlf:b"/>')],
    ['copy', segment('<ph id="1" copyOf="9"/>')],
    ['isolated', segment('<sc id="1"/>a')],
    ['isolated', segment('a<ec startRef="1"/>')],
    ['same', segment('<sc id="1" canCopy="no"/>a<ec startRef="1"/>')],
    ['em', segment('a<em startRef="m"/>')],
    ['sm', segment('<sm id="m" translate="no"/>a')],
    ['annotation', segment('<mrk id="m">a</mrk>')],
    ['comment', segment('<mrk id="m" type="comment">a</mrk>')],
    ['comment', unit(`${note}<segment><source><mrk id="m" type="comment" ref="#f=f/n=n">a</mrk></source></segment>`)],
    ['reference', segment('<mrk id="m" type="x:y" ref="#u=1/f=2">a</mrk>')],
    ['cp', segment('<cp hex="0041"/>')],
    ['can-delete', segment('<ph id="1" canDelete="no"/>a', '<target>b</target>')],
    ['can-reorder', segment('<ph id="1" canReorder="no" canDelete="no" canCopy="no"/>')],
    ['order', segment('a', '<target order="2">b</target>')],
    ['languages', segment('a', '<target xml:lang="fr">b</target>')],
    ['space', segment('a', '<target xml:space="preserve">b</target>')],
    ['sub-flows', segment('<ph id="1" subFlows="elsewhere"/>')],
    [
      'skeleton',
      `<xliff ${V2}><file id="f"><skeleton/><unit id="u"><segment><source>a</source></segment></unit></file></xliff>`,
    ],
    ['extension', segment('<pc id="1" xmlns:my="urn:my" my:a="b">c</pc>')],
    [
      'module',
      unit('<val:rules xmlns:val="urn:oasis:names:tc:xliff:validation:2.0"/><segment><source>a</source></segment>'),
    ],
    ['fs', segment('<ph id="1" xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" fs:fs="blink"/>')],
    ['text', unit('words<segment><source>a</source></segment>')],
  ])('%s', async (rule, text) => {
    expect(await reason(text)).toContain(`(XLIFF 2.1, rule ${rule})`);
  });

  it('what no rule forbids is read, extensions and modules unseen', async () => {
    const extras = '<my:x xmlns:my="urn:my"><my:y id="1">z</my:y></my:x>';
    const [text] = await read(unit(`${extras}<segment><source>a<![CDATA[<b]]></source><target>c</target></segment>`));
    expect(text).toMatchObject({ key: 'u', fault: undefined, source: [{ text: 'a<b' }], target: [{ text: 'c' }] });
  });
});

describe('twenty thousand units', () => {
  it('are read one by one', async () => {
    const one = (n: number): string =>
      `<unit id="u${n}"><segment state="translated"><source>A sentence number ${n} of the file.</source><target>Una frase.</target></segment></unit>`;
    function* file(): Iterable<Uint8Array> {
      yield Buffer.from(`<xliff ${V2}><file id="f" original="a.md">`);
      for (let n = 0; n < 20_000; n += 100)
        yield Buffer.from(Array.from({ length: 100 }, (_, i) => one(n + i)).join(''));
      yield Buffer.from('</file></xliff>');
    }
    let count = 0;
    await readXliff(file(), 'work.xlf', { languages: () => undefined, text: () => (count += 1) });
    expect(count).toBe(20_000);
  });
});

describe('an import', () => {
  it('says in one line what it does not know, and refuses by unit what it cannot take', async () => {
    const project = await translatedProject({ 'source/a.json': '{"a": "One word", "b": "Two <b>words</b>"}' });
    const file = await exported(project, '.xlf');
    const strange = file
      .replace('original="source/a.json"', 'original="source/other.json"')
      .replace('⟦Öñé ŵöŕð·⟧', 'Otra');
    expect(await imported(project, '.xlf', strange)).toMatchObject({
      units: [],
      unknown: 2,
      firstUnknown: 'source/other.json a',
    });
    const crossed = file.replace(/<target>(?=[^]*?<pc)[^<]*<pc [^>]*>([^<]*)<\/pc>/, '<target><sc id="1"/>Otra');
    const { units } = await imported(project, '.xlf', crossed);
    expect(units).toMatchObject([{ key: 'b', outcome: 'refused', reason: expect.stringContaining('rule') }]);
    await expect(imported(project, '.xlf', file.replace('trgLang="es"', 'trgLang="tlh"'))).rejects.toThrow(
      'no language of this project',
    );
    await expect(imported(project, '.po', 'msgid "a"\nmsgstr "b"\n')).rejects.toThrow('has no header');
  });
});
