/** What DeepL's statuses and messages mean. */
import { describe, expect, it } from 'vitest';
import { openAccount, type Account } from '../../scripts/engines/deepl/account.ts';
import { HttpFailure } from '../../scripts/engines/remote/http-failure.ts';

function account(): Promise<Account> {
  const variables = { DEEPL_AUTH_KEY: 'stub-key', DEEPL_SERVER_URL: 'http://127.0.0.1:1' };
  return openAccount(
    { variables, sharedCache: '/', root: '/', options: {}, note: () => undefined },
    { concurrency: 1 },
  );
}

describe('what DeepL refuses', () => {
  it.each<[string, number, string, object]>([
    ['403', 403, '', { kind: 'key', passing: false }],
    ['401', 401, '', { kind: 'key', passing: false }],
    ['456', 456, '', { kind: 'quota', passing: false }],
    ['429', 429, '', { kind: 'rate', passing: true, overload: true }],
    ['503', 503, '', { kind: 'server', passing: true, overload: true }],
    ['500', 500, '', { kind: 'server', passing: true }],
    ['504', 504, '', { kind: 'server', passing: true }],
    ['413', 413, '', { kind: 'server', split: true }],
    ['404', 404, '', { kind: 'unavailable', passing: false }],
    ['an unknown target', 400, "Value for 'target_lang' not supported.", { kind: 'unsupported', passing: false }],
    ['an unknown option', 400, "Value for 'formality' not supported.", { kind: 'unsupported', passing: false }],
    ['bad XML', 400, 'Tag handling parsing failed, please check input.', { kind: 'server', split: true }],
    ['a broken answer', 200, 'no JSON', { kind: 'server', passing: true, attempts: 3 }],
    ['a redirect to somebody else', 307, 'elsewhere', { kind: 'unavailable', passing: false }],
    ['an endless answer', 299, 'too large', { kind: 'unavailable', passing: false }],
  ])('%s', async (_, status, message, trouble) => {
    expect((await account()).diagnose(new HttpFailure(status, message))).toMatchObject(trouble);
  });

  it.each([
    ['Bad request, message: Glossary not found', 400, true],
    ['No dictionary found for language pair', 400, true],
    ['Glossary not found', 404, true],
    ["Value for 'formality' not supported.", 400, false],
    ['Glossary service is down', 503, false],
  ])('tells from "%s" whether a glossary is gone', async (message, status, gone) => {
    expect((await account()).isGlossaryGone(new HttpFailure(status, message))).toBe(gone);
  });
});
