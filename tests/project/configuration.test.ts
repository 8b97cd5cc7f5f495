import { readFileSync } from 'node:fs';
import { toJSONSchema } from 'zod/v4/core';
import { describe, expect, it } from 'vitest';
import { configurationSchema } from '../../scripts/project/configuration.ts';
import { temporaryProject } from '../commands/temporary-project.ts';

describe('the configuration', () => {
  it('has a published schema that is the one it is checked against', () => {
    const published: unknown = JSON.parse(readFileSync('scripts/project/l10n.schema.json', 'utf8'));
    expect(published).toEqual(JSON.parse(JSON.stringify(toJSONSchema(configurationSchema))));
  });

  const cases: [name: string, configuration: string, message: RegExp][] = [
    ['no JSON', '{"sourceLanguage": "en",', /l10n\.config\.json: not valid JSON/],
    [
      'an unknown field',
      '{\n"sourceLanguage": "en",\n"targetLangages": [],\n"engine": "pseudo"}',
      /l10n\.config\.json:\d: .*Did you mean "targetLanguages"\?/,
    ],
    [
      'an unknown language',
      '{"sourceLanguage": "en",\n "targetLanguages": ["es", "xq"], "engine": "pseudo"}',
      /l10n\.config\.json:2: "xq" is no known language/,
    ],
    [
      'a malformed tag',
      '{"sourceLanguage": "en_US!", "targetLanguages": [], "engine": "pseudo"}',
      /"en_US!" is no known language/,
    ],
    [
      'a language twice',
      '{"sourceLanguage": "en",\n "targetLanguages": ["es", "es"], "engine": "pseudo"}',
      /l10n\.config\.json:2: .*twice/,
    ],
    [
      'an unknown engine',
      '{"sourceLanguage": "en", "targetLanguages": ["es"],\n "engine": "gogle"}',
      /l10n\.config\.json:2: .*names no known engine/,
    ],
  ];
  it.each(cases)('refuses %s with one line and exit 2', async (_name, configuration, message) => {
    const project = temporaryProject({ 'l10n.config.json': configuration, 'source/a.md': 'Text.\n' });
    for (const command of ['translate', 'check', 'status', 'render']) {
      const { code, stderr } = await project.run(command);
      expect(code).toBe(2);
      expect(stderr).toMatch(message);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    }
    expect(project.exists('locales')).toBe(false);
  });

  it('runs with three fields, source/ and no glossary/', async () => {
    const project = temporaryProject({ 'source/a.md': 'Text.\n' });
    expect((await project.translate()).code).toBe(0);
  });
});
