import { SourceError } from '../../project/errors.ts';
import { visitLeaves, type JsonLeaf, type JsonNode } from '../../project/json-reader.ts';
import type { BundlePath } from '../../units/unit.ts';

/** A string that a program reads. */
type CopiedText = Omit<JsonLeaf, 'type' | 'value'> & { readonly type: 'copied'; readonly value: string };

/** A value of an i18next bundle with its place: strings are translated, the others copied. */
export type BundleValue = (JsonLeaf | CopiedText) & { readonly path: BundlePath; readonly line: number };

/**
 * The values of a bundle in the order of the file.
 * @throws SourceError where the file is no object, or two ways of writing (`a.b` flat and nested) give one key twice
 */
export function readBundle(root: JsonNode, text: string): BundleValue[] {
  if (root.type !== 'object') {
    throw new SourceError('The file does not hold a JSON object.', {
      place: { line: 1 },
      remedy: 'An i18next bundle is an object of keys and values.',
    });
  }
  const found: BundleValue[] = [];
  const keys = new Set<string>();
  let line = 1;
  let newline = text.indexOf('\n');
  visitLeaves(root, (leaf, path) => {
    for (; newline !== -1 && newline < leaf.start; newline = text.indexOf('\n', newline + 1)) line += 1;
    const key = path.join('.');
    if (keys.has(key)) {
      throw new SourceError('This key is given twice, nested and with dots in it.', {
        place: { line, key },
        remedy: 'i18next would find only one of them: delete the other.',
      });
    }
    keys.add(key);
    found.push({ ...leaf, path, line });
  });
  return found;
}
