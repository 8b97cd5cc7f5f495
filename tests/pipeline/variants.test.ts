/** Regional variants of the source language are languages of the project like any other. */
import { describe, expect, it } from 'vitest';
import { recordLine, temporaryProject } from '../commands/temporary-project.ts';

const configured = (sourceLanguage: string, targetLanguages: readonly string[]): string =>
  JSON.stringify({ sourceLanguage, targetLanguages, engine: 'pseudo' });

describe('a target that is a regional variant of the source', () => {
  it('gets bundle, article and record, its texts copied, and is counted', async () => {
    const project = temporaryProject({
      'l10n.config.json': configured('en', ['en-GB', 'es']),
      'source/ui.json': '{"color": "The color", "item_one": "{{count}} item", "item_other": "{{count}} items"}',
      'source/post.md': '# Colors\n\nA color.\n',
    });
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.languages['en-GB']).toMatchObject({ units: 5, memory: 5, machine: 0, findings: 0 });
    expect(project.json('locales/en-GB/ui.json')).toEqual(project.json('locales/en/ui.json'));
    expect(project.read('locales/en-GB/post.md')).toBe(project.read('source/post.md'));
    expect(recordLine(project, 'locales/.review/en-GB/ui.json', 'color')).toMatchObject({
      state: 'translated',
      origin: 'source',
    });
    expect((await project.translate()).report.languages['en-GB']).toMatchObject({ unchanged: 5 });
    expect((await project.run('status')).stdout).toMatch(/^en-GB +5 +5 /m);
    expect((await project.run('check', ['--strict'])).code).toBe(0);
  });

  it('keeps what a person changed there when the source changes', async () => {
    const project = temporaryProject({
      'l10n.config.json': configured('en', ['en-GB']),
      'source/ui.json': '{"color": "The color", "open": "Open"}',
    });
    await project.translate();
    project.write('locales/en-GB/ui.json', project.read('locales/en-GB/ui.json').replace('The color', 'The colour'));
    project.write('source/ui.json', '{"color": "The new color", "open": "Open it"}');
    expect((await project.translate()).code).toBe(0);
    expect(project.json('locales/en-GB/ui.json')).toEqual({ color: 'The colour', open: 'Open it' });
    expect(recordLine(project, 'locales/.review/en-GB/ui.json', 'color')).toMatchObject({
      suggestion: 'The new color',
      state: 'translated',
    });
  });

  it('gets an article that says the language without its region', async () => {
    const project = temporaryProject({
      'l10n.config.json': configured('en', ['pt-BR']),
      'source/a.md': '---\nlang: pt\n---\n\nBom dia.\n',
    });
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.languages).toMatchObject({ en: { machine: 1 }, 'pt-BR': { memory: 1 } });
    expect(project.read('locales/pt-BR/a.md')).toBe(project.read('source/a.md'));
  });
});
