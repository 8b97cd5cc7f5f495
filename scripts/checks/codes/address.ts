/** Addresses in signatures of links, images and bare addresses. */
import { baseLanguage } from '../../project/languages.ts';

/** `link:https://example.org "title"` gives the address; what is no signature with an address gives itself. */
export function addressOf(signature: string): string {
  const [, address = signature] = /^(?:link|image|url):(\S*)/s.exec(signature) ?? [];
  const [, attribute] = /\b(?:href|src)="?([^"\s>]*)/i.exec(signature) ?? [];
  return attribute ?? address;
}

/** What is behind the `#` of an address; undefined where nothing is. */
export function anchorOf(address: string): string | undefined {
  const at = address.indexOf('#');
  return at < 0 || at === address.length - 1 ? undefined : address.slice(at + 1);
}

/** An address without the place in the page, and without the parts that say its language: in the path, the name, the host. */
export function withoutPlace(address: string, ...languages: readonly string[]): string {
  const [page = ''] = address.split('#', 1);
  const bases = new Set(languages.map((tag) => baseLanguage(tag).toLowerCase()));
  // A source in `en` is often found under `en-US`.
  const isLanguage = (part: string): boolean => {
    const [, base = ''] = /^([a-z]{2,3})(?:[-_][a-z\d]{2,4}){0,2}$/i.exec(part) ?? [];
    return bases.has(base.toLowerCase());
  };
  const unless = (whole: string, tag: string, rest = ''): string => (isLanguage(tag) ? rest : whole);
  return page
    .replace(/^(\w+:\/\/)([\w-]+)\./, (whole, scheme: string, name: string) => unless(whole, name, scheme))
    .split('/')
    .filter((part) => !isLanguage(part))
    .join('/')
    .replace(/[._-]([a-z]{2,3}(?:[_-][a-z]{2,4})?)(?=\.\w+$|$)/i, (whole, tag: string) => unless(whole, tag))
    .replace(/[?&](?:lang|hl|locale)=([\w-]+)/, (whole, tag: string) => unless(whole, tag));
}
