import { describe, expect, it } from 'vitest';
import { pluralForms } from '../../scripts/exchange/po/plural-forms.ts';
import { readPo } from '../../scripts/exchange/po/read-po.ts';
import type { ReturnedText } from '../../scripts/exchange/exchanged.ts';
import { bytes, exported, imported, translatedProject } from './exchange-project.ts';
import { translated } from '../commands/in-process.ts';

const HEAD = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; "\n"charset=utf-8\\n"\n\n';

async function read(text: string | Uint8Array): Promise<ReturnedText[]> {
  const texts: ReturnedText[] = [];
  await readPo(bytes(text), 'a.po', (one) => texts.push(one));
  return texts;
}

describe('plural forms', () => {
  /** A C expression of numbers, comparisons and conditions says the same in JavaScript. */
  const formOf = (header: string, n: number): number => {
    const chain = /plural=\((.*)\);/.exec(header)?.[1] ?? '';
    const steps = chain.split(' ? ');
    const last = Number(steps.at(-1)?.split(' : ').at(-1) ?? chain);
    for (const [index, step] of steps.slice(0, -1).entries()) {
      const condition = index === 0 ? step : (step.split(' : ')[1] ?? '');
      const form = Number(steps[index + 1]?.split(' : ')[0]);
      if (holds(condition, n)) return form;
    }
    return last;
  };
  const holds = (condition: string, n: number): boolean =>
    condition
      .replaceAll(/\(([^()]*)\)/g, (_, inner: string) => (holds(inner, n) ? '1==1' : '1==0'))
      .split(' || ')
      .some((all) => all.split(' && ').every((test) => compares(test, n)));
  const compares = (test: string, n: number): boolean => {
    const [, left = '', sign, right = ''] = /^(.*?)(==|!=|<=|>=|<|>)(.*)$/.exec(test) ?? [];
    const value = left === 'n' ? n : left.startsWith('n%') ? n % Number(left.slice(2)) : Number(left);
    const other = Number(right);
    if (sign === '==') return value === other;
    if (sign === '!=') return value !== other;
    if (sign === '<') return value < other;
    if (sign === '>') return value > other;
    return sign === '<=' ? value <= other : value >= other;
  };

  it.each([
    'en',
    'es',
    'fr',
    'pt-BR',
    'it',
    'ru',
    'pl',
    'cs',
    'ar',
    'lv',
    'lt',
    'sl',
    'ro',
    'ga',
    'cy',
    'mt',
    'he',
    'ja',
    'fil',
    'is',
    'hi',
  ])('of %s are those of CLDR', (language) => {
    const forms = pluralForms(language);
    const rules = new Intl.PluralRules(language);
    for (const n of [...Array.from({ length: 130 }, (_, i) => i), 1000, 1_000_000])
      expect([n, forms?.categories[formOf(forms.header, n)]]).toEqual([n, rules.select(n)]);
  });

  it('of a language that nobody knows are none', () => {
    expect(pluralForms('tlh')).toBeUndefined();
  });
});

describe('a PO', () => {
  it('is read in its encoding, with wrapped headers and comments before them', async () => {
    const text = `# By us.\n\n${HEAD}#, fuzzy\nmsgctxt "source/a.json|k"\nmsgid "a"\nmsgstr "Öñé\\n"\n`;
    expect(await read(text)).toMatchObject([
      { file: 'source/a.json', key: 'k', source: 'a', target: 'Öñé\n', isDoubtful: true },
    ]);
    const latin = Buffer.from(text.replace('utf-8', 'iso-8859-1').replace('Öñé', 'Ñu'), 'latin1');
    expect(await read(latin)).toMatchObject([{ target: 'Ñu\n' }]);
    await expect(read(Buffer.from(text, 'latin1'))).rejects.toThrow('not in the encoding');
  });

  it('with a message twice, or that is none, is refused', async () => {
    const message = 'msgid "a"\nmsgstr "b"\n\n';
    await expect(read(HEAD + message + message)).rejects.toThrow(/twice|already been declared/);
    await expect(read('hello\n')).rejects.toThrow(/cannot be read as PO|no PO/);
    await expect(read('')).resolves.toEqual([]);
  });

  it('of keys that harm objects is read', async () => {
    const text = `${HEAD}msgctxt "__proto__"\nmsgid "__proto__"\nmsgstr "b"\n\nmsgid "constructor"\nmsgstr "c"\n`;
    expect(await read(text)).toMatchObject([
      { key: '__proto__', source: '__proto__', target: 'b' },
      { source: 'constructor', target: 'c' },
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('shows a changed source as fuzzy with the former one; without the mark the old text is right for the new', async () => {
    const project = await translatedProject({
      'source/a.json': '{"a": "One word stands", "n_one": "{{count}} cat", "n_other": "{{count}} cats"}',
    });
    project.write(
      'locales/es/a.json',
      project.read('locales/es/a.json').replace(/"a": "[^"]*"/, '"a": "Hay una palabra"'),
    );
    await translated(project);
    project.write('source/a.json', project.read('source/a.json').replace('One word stands', 'One word stays'));
    await translated(project);
    const file = await exported(project, '.po');
    expect(file).toMatch(
      /#, fuzzy\n#\| msgid "One word stands"\nmsgctxt "source\/a\.json\|a"\nmsgid "One word stays"\nmsgstr "Hay una palabra"/,
    );
    expect(file).toMatch(
      /msgid "\{\{count\}\} cat"\nmsgid_plural "\{\{count\}\} cats"\nmsgstr\[0\][^]*msgstr\[1\][^]*msgstr\[2\]/,
    );
    expect((await imported(project, '.po', file)).units).toEqual([]);
    const report = await imported(project, '.po', file.replace('#, fuzzy\n', ''));
    expect(report.units).toMatchObject([{ key: 'a', outcome: 'taken', verb: 'dismiss' }]);
    expect(await exported(project, '.po')).not.toContain('fuzzy');
    const plural = await imported(project, '.po', file.replace(/msgstr\[1\] "[^"]*"/, 'msgstr[1] "{{count}} gatos"'));
    expect(plural.units).toMatchObject([{ key: 'n_many', outcome: 'taken', theirs: '{{count}} gatos' }]);
    const doubtful = await imported(
      project,
      '.po',
      (await exported(project, '.po'))
        .replace(/(msgctxt "source\/a\.json\|a"\nmsgid "[^"]*"\nmsgstr ")[^"]*/, '$1Otra')
        .replace(/(#\. glossa: [^\n]*\n)(msgctxt "source\/a\.json\|a")/, '$1#, fuzzy\n$2'),
    );
    expect(doubtful.units).toMatchObject([{ key: 'a', outcome: 'left', reason: 'it is marked as not ready' }]);
  });
});
