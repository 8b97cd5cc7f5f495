/** Keys and passwords are in no message, whatever form they come back in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressSecrets, createHider, readSecret, withoutPasswords } from '../../scripts/engines/remote/secret.ts';
import { ConfigurationError } from '../../scripts/project/errors.ts';

const KEY = '279a2e9d-83b3-c416-7e2d-f721593e42a0:fx';
const hider = createHider([KEY, ...addressSecrets('http://anna:gr%C3%BCn%2Fes+haus@host')]);

/** The longest run of the key's letters and digits that a text shows. */
function shown(message: string, secret = KEY): number {
  const [letters, key] = [message, secret].map((one) => one.replace(/[^a-z0-9]/gi, '').toLowerCase());
  for (let length = key?.length ?? 0; length > 0; length -= 1)
    for (let start = 0; start + length <= (key?.length ?? 0); start += 1)
      if (letters?.includes(key?.slice(start, start + length) ?? '') === true) return length;
  return 0;
}

describe('a message', () => {
  it.each([
    ['as it is', `Header DeepL-Auth-Key ${KEY} is wrong`],
    ['in capitals', `Bad key ${KEY.toUpperCase()}.`],
    ['encoded for an address', `…?auth_key=${encodeURIComponent(KEY)}&x=1`],
    ['encoded twice', encodeURIComponent(encodeURIComponent(KEY))],
    ['without its end', `Bad key ${KEY.replace(':fx', '')}`],
    ['cut off', `Bad key ${KEY.slice(0, 20)}`],
    ['without its beginning', `${KEY.slice(15)} is no key`],
    ['over two lines', `Bad key ${KEY.slice(0, 18)}\n  ${KEY.slice(18)}`],
    ['with spaces', KEY.split('').join(' ')],
    ['in base64', Buffer.from(KEY).toString('base64')],
    ['in hexadecimal digits', Buffer.from(KEY).toString('hex')],
    ['with each sign encoded', Buffer.from(KEY).toString('hex').replace(/../g, '%$&')],
    ['in JSON', JSON.stringify({ message: KEY })],
    ['twice', `${KEY} and ${KEY}`],
  ])('does not show a key %s', (_, message) => {
    const said = hider.message(message);
    expect(said).toContain('[key]');
    expect(shown(said)).toBeLessThanOrEqual(5);
  });

  it('does not show a key wherever it is cut', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (before, length) => {
        const said = hider.message(`${'x'.repeat(before)} ${KEY}`, length);
        expect(shown(said)).toBeLessThanOrEqual(5);
        expect(said.length).toBeLessThanOrEqual(length + 1);
      }),
    );
  });

  it('shows no user and password of an address, also not as they are meant', () => {
    for (const message of [
      'http://anna:gr%C3%BCn%2Fes+haus@host/x failed',
      'connect to grün/es+haus failed',
      'proxy http://other:sekrit@proxy:3128 said no',
    ])
      expect(hider.message(message)).not.toMatch(/gr%C3|grün|anna|sekrit/);
    const header = Buffer.from('anna:grün/es+haus').toString('base64');
    expect(hider.message(`bad header: Basic ${header}`)).toBe('bad header: Basic [key]');
    expect(withoutPasswords('https://a:b@c.d/e')).toBe('https://[hidden]@c.d/e');
  });

  it('shows everything else', () => {
    const message = "Value for 'target_lang' not supported. See https://example.com/docs (status 400)";
    expect(hider.message(message)).toBe(message);
    expect(createHider([undefined, '']).message('any  words\nat all')).toBe('any words at all');
  });
});

describe('an answer', () => {
  it.each([KEY, KEY.toUpperCase(), KEY.slice(0, 30), `Hola ${encodeURIComponent(KEY)}`, KEY.split('').join(' ')])(
    'that holds %s gives the key away',
    (answer) => expect(hider.isHeldBy(answer)).toBe(true),
  );

  it.each(['Los exosomas son pequeños.', '279a2e9d', 'anna', '83b3-c416'])('%s does not', (answer) =>
    expect(hider.isHeldBy(answer)).toBe(false),
  );
});

describe('a key', () => {
  it.each(['two\nlines', 'tab\tin it', 'clé', 'nul\u0000'])('%j is none, and is not shown', (key) => {
    let error: unknown;
    try {
      readSecret({ KEY: key }, 'KEY');
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).not.toContain(key.slice(0, 3));
  });
});
