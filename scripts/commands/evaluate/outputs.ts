/** Finished translations: files with one text a line, as many lines as the references have. */
import { basename } from 'node:path';
import { linesOf, sameLength } from './given-texts.ts';
import type { EvaluateOptions } from './options.ts';
import type { EvaluatedSystem, ReferenceText } from './texts.ts';

/** @throws UsageError for a file that cannot be read or has not as many lines as the references. */
export function outputFiles(
  texts: readonly ReferenceText[],
  { outputs, reference }: EvaluateOptions,
): EvaluatedSystem[] {
  return outputs.map((file) => {
    const lines = linesOf(file);
    if (reference !== undefined) sameLength(file, lines, reference, linesOf(reference).length);
    const byText = new Map<ReferenceText, string>();
    for (const [index, text] of texts.entries()) {
      // Where engines are asked, lines without words are left out: the key is the line.
      const line = text.item === undefined ? index : Number(text.item.unit.expected.key) - 1;
      byText.set(text, lines[line] ?? '');
    }
    return { name: () => shortName(file, outputs), outputs: byText };
  });
}

/** A file's name without its folder, where no other has the same. */
function shortName(file: string, files: readonly string[]): string {
  const name = basename(file);
  return files.filter((other) => basename(other) === name).length > 1 ? file : name;
}

/**
 * References without sources: no project is needed.
 * @param language BCP 47; empty where nobody says it.
 */
export function linesAsTexts(reference: string, language: string): ReferenceText[] {
  return linesOf(reference).map((line) => ({ language, reference: line, syntax: 'plain', item: undefined }));
}
