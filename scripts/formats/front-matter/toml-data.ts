import { parse, TomlError } from 'smol-toml';
import { DataError, hasControl, type FrontMatterData, type FrontMatterString } from './strings.ts';
import { tomlStrings } from './toml-strings.ts';

/**
 * Reads TOML.
 * @throws DataError on broken TOML and doubled keys
 */
export function readToml(text: string): FrontMatterData {
  const data = parseToml(text);
  const strings = tomlStrings(text, decode).map(({ path, start, end, source }): FrontMatterString => {
    return { paths: [path], value: decode(source), start, end, write: (value, safe) => writeToml(value, source, safe) };
  });
  const places = new Map(strings.map(({ paths: [path = []] }, index) => [path.join('\u0000'), index]));
  return {
    strings,
    shape(without) {
      const shapeOf = (value: unknown, path: string): unknown => {
        if (Array.isArray(value)) return value.map((item, index) => shapeOf(item, join(path, index)));
        if (typeof value === 'bigint') return String(value);
        if (typeof value !== 'object' || value === null || value instanceof Date) {
          return without.has(places.get(path) ?? -1) ? { unit: true } : value;
        }
        return { map: Object.entries(value).map(([key, item]) => [key, shapeOf(item, join(path, key))]) };
      };
      return JSON.stringify(shapeOf(data, ''));
    },
  };
}

function join(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}\u0000${key}`;
}

function parseToml(text: string): unknown {
  try {
    return parse(text, { integersAsBigInt: 'asNeeded' });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [first = ''] = error.message.split('\n');
    throw new DataError(
      `The front matter is no valid TOML: ${first.replace(/^Invalid TOML document: /, '')}`,
      error.line,
    );
  }
}

function decode(literal: string): string {
  const value: unknown = parse(`v = ${literal}`)['v'];
  return typeof value === 'string' ? value : '';
}

/** A string in the quotes of the one that it replaces; one-line basic strings hold anything. */
function writeToml(value: string, source: string, safe: boolean): string {
  const basic = JSON.stringify(value).replaceAll('\u007f', '\\u007f');
  if (safe) return basic;
  const opening = /^(?:"""|''')(?:\r?\n)?/.exec(source)?.[0];
  if (opening?.startsWith('"') === true) {
    return `${opening}${value.replaceAll('\\', '\\\\').replaceAll('"""', '""\\"').replace(/"$/, '\\"')}"""`;
  }
  if (opening !== undefined) return value.includes("'''") || value.endsWith("'") ? basic : `${opening}${value}'''`;
  return source.startsWith("'") && !value.includes("'") && !hasControl(value) ? `'${value}'` : basic;
}
