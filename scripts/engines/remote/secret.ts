/** Keys and passwords of services: read from the environment or a file, never from configuration, never shown. */
import { readFileSync } from 'node:fs';
import { ConfigurationError } from '../../project/errors.ts';
import { percentDecoded } from '../../project/text/percent-decoded.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** Letters and digits of a secret that a message may show in one piece; a shorter run of them is chance. */
const SHOWN = 5;
/** The same for an answer: a text that holds so many of them in one piece did not come by them by chance. */
const ANSWERED = 12;
/** Every so many signs a piece of that length is looked for: runs of 19 are found, and answers are read quickly. */
const STRIDE = 8;
/** A word so short, even if it is a key, may stand in any article. */
const SHORTEST = 8;
/** Letters of a secret below which it would hide half of each message; in an address it is hidden all the same. */
const LEAST = 4;
/** Messages are cut to this before they are searched; far more than is ever shown. */
const LONGEST_MESSAGE = 4_000;

/**
 * The key of a service: the variable `name`, else the first line of the file that `name_FILE` points to.
 * @returns undefined when neither is set.
 * @throws ConfigurationError when the file cannot be read or is empty, or the key holds what no HTTP header can.
 */
export function readSecret(variables: Variables, name: string): string | undefined {
  const value = variables[name]?.trim();
  if (value) return usable(value, name);
  const file = variables[`${name}_FILE`];
  if (!file) return undefined;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigurationError(`The key file ${file} cannot be read.`, {
      cause,
      remedy: `Set ${name}_FILE or ${name}.`,
    });
  }
  const key = text.split('\n', 1)[0]?.trim() ?? '';
  if (key === '')
    throw new ConfigurationError(`The key file ${file} is empty.`, { remedy: `Put the key on its first line.` });
  return usable(key, `${name}_FILE`);
}

function usable(key: string, name: string): string {
  if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(key)) return key;
  throw new ConfigurationError(`${name} is no key: it holds a line break or another character that no key has.`, {
    remedy: `Set ${name} to the key alone.`,
  });
}

/** User and password of an address, as they stand there and as they are meant, and together as a header has them. */
export function addressSecrets(address: string | undefined): readonly string[] {
  if (address === undefined || !URL.canParse(address)) return [];
  const { username, password } = new URL(address);
  const both = username === '' || password === '' ? '' : `${percentDecoded(username)}:${percentDecoded(password)}`;
  return [...[password, username].flatMap((part) => [part, percentDecoded(part)]), both].filter((part) => part !== '');
}

/** What takes secrets out of texts that somebody else wrote. */
export interface Hider {
  /**
   * A message without the secrets and the passwords of addresses, in whatever form they came back: in another case,
   * encoded, cut off, with other signs in between. In one line, cut to `length` characters.
   */
  message(text: string, length?: number): string;
  /** True where an engine's answer gives a secret away. */
  isHeldBy(text: string): boolean;
}

/** @param secrets undefined and empty ones are none. */
export function createHider(secrets: readonly (string | undefined)[]): Hider {
  const known = secrets.flatMap((secret) => (secret ? [secret, secret.replace(/:fx$/i, '')] : []));
  const written = known.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    Buffer.from(secret).toString('hex'),
  ]);
  const bare = [...new Set(written.map((secret) => bareOf(secret).text))].filter((secret) => secret.length >= LEAST);
  const long = known.map((secret) => secret.toLowerCase()).filter((secret) => secret.length >= SHORTEST);
  const pieces = bare.flatMap((secret) => piecesOf(secret, ANSWERED).filter((_, start) => start % STRIDE === 0));
  return {
    message(text, length = 200) {
      const line = withoutPasswords(text.slice(0, LONGEST_MESSAGE)).replace(/\s+/g, ' ').trim();
      const hidden = hide(line, bare);
      return hidden.length > length ? `${hidden.slice(0, length)}…` : hidden;
    },
    isHeldBy(text) {
      const lower = text.toLowerCase();
      if (long.some((secret) => lower.includes(secret))) return true;
      const letters = lower.replace(/[^\p{L}\p{N}]+/gu, '');
      return pieces.some((piece) => letters.includes(piece));
    },
  };
}

/** Takes user and password out of all addresses in a text. */
export function withoutPasswords(text: string): string {
  return text.replace(/(\w:\/\/)[^\s/]*@/g, '$1[hidden]@').replace(/(^|[\s"'(])[^\s/@:"'(]+:[^\s/@]+@/g, '$1[hidden]@');
}

/** Letters and digits alone, in lower case, with the place of each in the text. */
function bareOf(text: string): { readonly text: string; readonly at: readonly number[] } {
  const at: number[] = [];
  let letters = '';
  for (const { 0: letter, index } of text.matchAll(/[\p{L}\p{N}]/gu)) {
    letters += letter.toLowerCase().charAt(0);
    at.push(index);
  }
  return { text: letters, at };
}

/** All pieces of a length; of a shorter secret, itself. */
function piecesOf(secret: string, length: number): readonly string[] {
  if (secret.length < length) return [];
  return Array.from({ length: secret.length - length + 1 }, (_, start) => secret.slice(start, start + length));
}

/** Replaces every run of a text that shows more than `SHOWN` signs of a secret in one piece. */
function hide(text: string, secrets: readonly string[]): string {
  const { text: letters, at } = bareOf(text);
  const isHidden = new Set<number>();
  for (const secret of secrets) {
    const length = Math.min(SHOWN + 1, secret.length);
    const pieces = new Set(piecesOf(secret, length));
    for (let start = 0; start + length <= letters.length; start += 1) {
      if (!pieces.has(letters.slice(start, start + length))) continue;
      for (let letter = start; letter < start + length; letter += 1) isHidden.add(letter);
    }
  }
  const parts: string[] = [];
  let shown = 0;
  at.forEach((from, letter) => {
    if (!isHidden.has(letter)) return;
    if (!isHidden.has(letter - 1)) parts.push(text.slice(shown, from), '[key]');
    shown = from + 1;
  });
  return parts.join('') + text.slice(shown);
}
