/** The page's address: language, file and unit, so that a link names the text and not its place in a search. */
import { signal } from '@preact/signals';

export interface Place {
  readonly language: string;
  /** undefined: all files. */
  readonly namespace: string | undefined;
  readonly key: string | undefined;
}

/** `#/es/blog/bread?body.lead.p1`; parts are encoded, slashes of a namespace stay. */
export function printPlace({ language, namespace, key }: Place): string {
  const path = [language, ...(namespace === undefined ? [] : namespace.split('/'))].map(encodeURIComponent).join('/');
  return `#/${path}${key === undefined ? '' : `?${encodeURIComponent(key)}`}`;
}

export function readPlace(hash: string): Place | undefined {
  const match = /^#\/([^?]+)(?:\?(.*))?$/.exec(hash);
  if (match?.[1] === undefined) return undefined;
  const [language, ...names] = match[1].split('/').map(decode);
  if (language === undefined || language === '') return undefined;
  return {
    language,
    namespace: names.length === 0 ? undefined : names.join('/'),
    key: match[2] === undefined ? undefined : decode(match[2]),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export const place = signal<Place | undefined>(readPlace(location.hash));

addEventListener('hashchange', () => {
  place.value = readPlace(location.hash);
});

/** Goes somewhere; the way back leads to what was shown before, but not through every unit in between. */
export function go(to: Place): void {
  const hash = printPlace(to);
  if (hash === location.hash) return;
  const isStep = place.value?.language === to.language && place.value.key !== undefined && to.key !== undefined;
  if (isStep) history.replaceState(null, '', hash);
  else history.pushState(null, '', hash);
  place.value = to;
}

addEventListener('popstate', () => {
  place.value = readPlace(location.hash);
});
