/** Values that are no text reach every bundle as the source writes them, where the source has them. */
import { describe, expect, it } from 'vitest';
import { temporaryProject } from '../commands/project-in-process.ts';

const SOURCE = `{
  "id": 12345678901234567890,
  "version": 1.0,
  "exponent": 1e3,
  "title": "A title",
  "empty": {},
  "none": [],
  "menu": {
    "enabled": true,
    "quit": "Quit it",
    "nothing": null,
    "inner": {
      "deep": {}
    }
  },
  "list": [
    {},
    "One thing",
    0.10,
    []
  ],
  "item_one": "{{count}} item",
  "limit": -0,
  "item_other": "{{count}} items",
  "last": false
}
`;

const CONFIGURATION = JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es', 'de'], engine: 'identity' });

describe('literals in bundles', () => {
  it('keep every digit, empty objects and arrays, and their place', async () => {
    const project = temporaryProject({ 'l10n.config.json': CONFIGURATION, 'source/ui.json': SOURCE });
    expect((await project.translate()).code).toBe(0);
    expect(project.read('locales/en/ui.json')).toBe(SOURCE);
    expect(project.read('locales/de/ui.json')).toBe(SOURCE);
    expect(project.read('locales/es/ui.json')).toContain('  "id": 12345678901234567890,\n  "version": 1.0,\n');
    const before = project.snapshot('locales');
    await project.translate();
    expect(project.snapshot('locales')).toEqual(before);
    expect((await project.run('check')).code).toBe(0);
  });

  it('follow the source where it changes them, in the layout that a bundle has', async () => {
    const project = temporaryProject({
      'l10n.config.json': CONFIGURATION,
      'source/ui.json': '{\n  "a": "One",\n  "n": 1.0,\n  "o": {}\n}\n',
    });
    await project.translate();
    project.write('locales/de/ui.json', '{"a":"One","n":1.0,"o":{ }}\n');
    project.write('source/ui.json', '{\n  "a": "One",\n  "n": 2.50,\n  "o": {}\n}\n');
    expect((await project.translate()).code).toBe(0);
    expect(project.read('locales/de/ui.json')).toBe('{"a":"One","n":2.50,"o":{ }}\n');
    expect(project.read('locales/es/ui.json')).toBe('{\n  "a": "One",\n  "n": 2.50,\n  "o": {}\n}\n');
    project.write('source/ui.json', '{\n  "a": "One",\n  "n": "Now a text",\n  "o": {\n    "p": "Another"\n  }\n}\n');
    expect((await project.translate()).code).toBe(0);
    expect(project.read('locales/es/ui.json')).toBe(project.read('source/ui.json'));
  });

  it('that a formatter writes in another way are no change', async () => {
    const project = temporaryProject({
      'l10n.config.json': CONFIGURATION,
      'source/ui.json': '{\n  "a": "One",\n  "n": [0.50, 1E+3, -0.0, 10, 12345678901234567890]\n}\n',
    });
    await project.translate();
    const formatted = '{ "a": "One", "n": [0.5, 1e3, -0, 10.0, 12345678901234567890] }\n';
    for (const language of ['en', 'de']) project.write(`locales/${language}/ui.json`, formatted);
    expect((await project.translate()).code).toBe(0);
    for (const language of ['en', 'de']) expect(project.read(`locales/${language}/ui.json`)).toBe(formatted);
    const edited = formatted.replace('67890', '67891');
    project.write('locales/de/ui.json', edited);
    await project.translate();
    expect(project.read('locales/de/ui.json')).toBe(edited);
  });
});
