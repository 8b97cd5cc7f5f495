import { SourceError } from '../project/errors.ts';
import { JsonNumber, type JsonScalar } from '../project/json-number.ts';
import { JsonProblem, readJson, type JsonLiteral } from '../project/json-reader.ts';
import type { MessageStyle } from '../project/reading.ts';
import type { BundlePath, ParsedUnit, SyntaxName } from '../units/unit.ts';
import type { BundleFormat, ParsedBundle, ParsedLiteral } from './format.ts';
import { readBundle, type BundleValue } from './i18next-json/bundle-values.ts';
import { hasSelectors } from './icu/has-selectors.ts';
import { withoutDescriptions } from './i18next-json/message-objects.ts';
import { nestingEnd } from './i18next-json/nesting.ts';
import { refuseTooManyTexts } from './limits/refuse-too-many.ts';

/**
 * i18next JSON v4: nested, flat (keys with dots) or both, and arrays. Every string is a unit, the empty one too; numbers,
 * booleans and null are copied. Keys are plain data whatever they are called.
 */
export const i18nextJson: BundleFormat = {
  kind: 'bundle',
  name: 'i18next-json',
  extensions: ['.json'],
  parse(text, { messages = 'i18next', emptyIsKey = false }) {
    return parsedBundle(withoutDescriptions(values(text)), messages, emptyIsKey);
  },
};

function values(text: string): readonly BundleValue[] {
  try {
    return readBundle(readJson(text), text);
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    throw new SourceError(`${error.message} (column ${error.column}).`, {
      place: { line: error.line },
      remedy: 'Correct the JSON; nothing of this file was changed.',
      cause: error,
    });
  }
}

function parsedBundle(found: readonly BundleValue[], style: MessageStyle, emptyIsKey: boolean): ParsedBundle {
  const strings = found
    .filter((one) => one.type === 'string')
    .map((one) => (emptyIsKey && one.value === '' ? { ...one, value: naturalText(one.path) } : one));
  refuseTooManyTexts(strings.length);
  let after = 0;
  const literals = found.flatMap((one): ParsedLiteral[] => {
    if (one.type !== 'string')
      return [{ path: one.path, value: one.type === 'copied' ? one.value : scalarOf(one), after }];
    after += 1;
    return [];
  });
  return {
    kind: 'bundle',
    units: strings.map(({ path, value, line }): ParsedUnit => ({
      kind: 'value',
      path,
      value,
      syntax: syntaxOf(value, style),
      line,
    })),
    literals,
    warnings: [
      ...formerPlurals(strings),
      ...strings.flatMap(({ path, value, line }) => {
        const message = syntaxOf(value, style) === 'icu' ? undefined : brokenPlaceholder(value);
        return message === undefined ? [] : [{ line, message: `${path.join('.')}: ${message}` }];
      }),
    ],
  };
}

/** What i18next shows of a key that has no text: the form by number is no part of it. */
function naturalText(path: BundlePath): string {
  return String(path.at(-1) ?? '').replace(/(?<=.)(?:_ordinal)?_(?:zero|one|two|few|many|other)$/s, '');
}

/** i18next before its version 21 wrote plurals as `_plural`, or `_0`, `_1`, `_2`: today's does not ask for them. */
function formerPlurals(strings: readonly BundleValue[]): { readonly line: number; readonly message: string }[] {
  const keys = new Set(strings.map(({ path }) => path.join('.')));
  const first = strings.find(({ path, value }) => {
    const key = path.join('.');
    if (key.endsWith('_plural') && keys.has(key.slice(0, -'_plural'.length))) return true;
    return key.endsWith('_0') && String(value).includes('{{count') && hasAll(keys, key.slice(0, -1));
  });
  if (first === undefined) return [];
  const { path, line } = first;
  const message = `${path.join('.')}: v3 plurals, which i18next no longer asks for: npx i18next-v4-format-converter makes _one and _other of them`;
  return [{ line, message }];
}

/** Forms by number stand side by side. */
function hasAll(keys: ReadonlySet<string>, stem: string): boolean {
  return keys.has(`${stem}1`) && keys.has(`${stem}2`);
}

/** ICU's plurals are read as such in any style: nobody else writes so. */
function syntaxOf(value: string, style: MessageStyle): SyntaxName {
  return hasSelectors(value) ? 'icu' : style;
}

function scalarOf({ value, raw }: JsonLiteral): JsonScalar {
  if (raw === '{}') return {};
  if (raw === '[]') return [];
  return typeof value === 'number' ? new JsonNumber(raw) : value;
}

function brokenPlaceholder(value: string): string | undefined {
  if (value.split('{{').length > value.split('}}').length) return 'a placeholder "{{" is not closed';
  for (let at = value.indexOf('$t('); at !== -1; at = value.indexOf('$t(', at + 3))
    if (nestingEnd(value, at) === undefined) return 'a nesting "$t(" is not closed';
  return undefined;
}
