import { SourceError } from '../../project/errors.ts';
import type { JsonNode } from '../../project/json-reader.ts';
import type { BundlePath } from '../../units/unit.ts';

/** A value of an i18next bundle with its place: strings are translated, literals copied. */
export type BundleValue =
  | {
      readonly type: 'string';
      readonly path: BundlePath;
      readonly value: string;
      /** Offsets of the literal with its quotes. */
      readonly start: number;
      readonly end: number;
      readonly line: number;
    }
  | { readonly type: 'literal'; readonly path: BundlePath; readonly value: number | boolean | null };

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
  const visit = (node: JsonNode, path: BundlePath): void => {
    if (node.type === 'object') {
      for (const [key, value] of node.entries) visit(value, [...path, key]);
    } else if (node.type === 'array') {
      for (const [index, value] of node.items.entries()) visit(value, [...path, index]);
    } else {
      if (node.type === 'string') {
        for (; newline !== -1 && newline < node.start; newline = text.indexOf('\n', newline + 1)) line += 1;
      }
      const key = path.join('.');
      if (keys.has(key)) {
        throw new SourceError('This key is given twice, nested and with dots in it.', {
          place: { line, key },
          remedy: 'i18next would find only one of them: delete the other.',
        });
      }
      keys.add(key);
      found.push(node.type === 'string' ? { ...node, path, line } : { type: 'literal', path, value: node.value });
    }
  };
  visit(root, []);
  return found;
}
