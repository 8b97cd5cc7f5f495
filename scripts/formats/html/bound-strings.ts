import { isProse } from '../front-matter/field-patterns.ts';
import { isShownAttribute } from '../shown-names.ts';

/** A string in an expression, and where it stands between its quotes. */
export interface BoundString {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly quote: string;
}

/** Vue's attributes whose values are expressions. */
const BOUND = /^(?::|v-bind:)([\w-]+)$/;
const STRING = /^\s*(?:'([^'\\\n]{1,2000})'|`([^`\\$\n]{1,2000})`|"([^"\\\n]{1,2000})")\s*$/d;
/** A list or an object that is written out, and a string with a name in it. */
const DATA = /^\s*[[{]/;
const NAMED =
  /(?<=[{,]\s{0,200})(?:'([\w-]{1,60})'|"([\w-]{1,60})"|([\w$]{1,60}))\s{0,20}:\s{0,20}(?:'([^'\\\n]{1,2000})'|`([^`\\$\n]{1,2000})`|"([^"\\\n]{1,2000})")(?=\s{0,200}[,}])/dg;

/** The strings that readers see in a component's bound attribute: `:title="'Words'"`, `:items="[{ title: 'Words' }]"`. */
export function boundStrings(attribute: string, value: string): BoundString[] {
  const name = BOUND.exec(attribute)?.[1];
  // A reference stands for a character: places would be others.
  if (name === undefined || /&(?:#\d|#x|[a-z])/i.test(value)) return [];
  const whole = STRING.exec(value);
  if (whole !== null) return stringIn(name, value, whole.indices?.slice(1) ?? []);
  if (!DATA.test(value)) return [];
  return [...value.matchAll(NAMED)].flatMap(({ 1: single, 2: double, 3: bare, indices }) =>
    stringIn(single ?? double ?? bare ?? '', value, indices?.slice(4) ?? []),
  );
}

/** An expression without those strings. */
export function withoutBoundStrings(attribute: string, value: string): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of boundStrings(attribute, value)) {
    rest += value.slice(at, start);
    at = end;
  }
  return rest + value.slice(at);
}

function stringIn(
  name: string,
  value: string,
  places: readonly (readonly [number, number] | undefined)[],
): BoundString[] {
  const place = places.find((one) => one !== undefined);
  if (place === undefined) return [];
  const [start, end] = place;
  const text = value.slice(start, end);
  return isShownAttribute('Component', name, text) && isProse(text)
    ? [{ start, end, value: text, quote: value.charAt(end) }]
    : [];
}
