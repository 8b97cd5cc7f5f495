/** What languages a source file's texts count as. */
import { expect, it } from 'vitest';
import { formatFor } from '../../scripts/formats/index.ts';
import { readWithLanguages } from '../../scripts/pipeline/see/source/source-language.ts';
import { SourceError } from '../../scripts/project/errors.ts';

async function languages(
  file: string,
  text: string,
  source: string,
  targets: readonly string[],
): Promise<readonly (string | undefined)[]> {
  const entry = formatFor(file);
  if (entry === undefined) throw new Error('no format');
  const settings = { sourceLanguage: source, targetLanguages: targets, reading: { sourceLanguage: source } };
  const { language, parsed } = await readWithLanguages(file, entry, text, settings);
  return [language, ...parsed.units.map((unit) => unit.language)];
}

it.each([
  ['a.html', '<html lang="en-US"><p>A</p></html>', 'en', ['es'], ['en', undefined]],
  ['a.html', '<html lang="en"><p lang="en-GB">A</p><p lang="it">B</p></html>', 'en', ['es'], ['en', 'en', 'it']],
  ['a.md', '---\nlang: en-US\n---\nText\n', 'en', ['es'], ['en', undefined]],
  ['a.md', '---\nlang: pt\n---\nTexto\n', 'pt-BR', ['es'], ['pt-BR', undefined]],
  ['a.md', '---\nlang: pt-PT\n---\nTexto\n', 'pt', ['es', 'pt-PT'], ['pt-PT', undefined]],
  ['a.md', '---\nlang: it\n---\nTesto\n', 'en', ['es'], ['it', undefined]],
])('%s %j in a project of %s and %j', async (file, text, source, targets, expected) => {
  expect(await languages(file, text, source, targets)).toEqual(expected);
});

it('a language that nobody knows is refused', async () => {
  await expect(languages('a.html', '<html lang="en"><p>A</p></html>', 'en', [])).resolves.toEqual(['en', undefined]);
  await expect(languages('a.md', '---\nlang: xq\n---\nText\n', 'en', [])).rejects.toThrow(SourceError);
});
