/** LibreTranslate: a translation server that one can run oneself. */
import { z } from 'zod/mini';
import type { Engine } from './engine.ts';
import { findLanguage } from './libretranslate/find-language.ts';
import { EngineRefusal } from '../project/errors.ts';
import { httpEngine } from './remote/http-engine.ts';
import { readAnswer } from './remote/service.ts';

const languagesSchema = z.array(z.object({ code: z.string(), targets: z._default(z.array(z.string()), []) }));
const answerSchema = z.object({ translatedText: z.array(z.string()) });

export const libretranslate: Engine = httpEngine({
  name: 'libretranslate',
  title: 'LibreTranslate',
  description: 'LibreTranslate: neural drafts from a server of your own (`LIBRETRANSLATE_URL`)',
  terms: ['token'],
  address: { variable: 'LIBRETRANSLATE_URL' },
  key: { variable: 'LIBRETRANSLATE_API_KEY', required: 'never' },
  // Texts and characters in one request: servers limit both, and public ones strictly.
  options: {
    texts: z._default(z.int().check(z.positive()), 25),
    characters: z._default(z.int().check(z.positive()), 4000),
  },
  times: { timeout: 60, patience: 120, firstWait: 0.5, longestWait: 5 },
  // An HTML element whose content the server leaves alone.
  tags: { term: 'code' },
  // "request (n) exceeds text limit (m)", "… batch limit": the server's own limits, told in a 400.
  explain: ({ status, message }) => (status === 400 && /exceeds/i.test(message) ? { split: true } : undefined),
  limits: ({ texts, characters }) => ({ texts, characters }),
  async pair(pair, call) {
    const languages = await call({ path: '/languages' }, (json) => readAnswer(languagesSchema, json));
    const from = findLanguage(pair.source, languages);
    const to = findLanguage(pair.target, from?.targets.map((code) => ({ code })) ?? []);
    if (from !== undefined && to !== undefined) return { source: from.code, target: to.code };
    throw new EngineRefusal('unsupported', `LibreTranslate at this address has no ${pair.source} to ${pair.target}.`, {
      remedy: 'Install the language on the server or choose another engine for it.',
    });
  },
  translate: ({ texts, source, target, tagged, key, call }) =>
    call(
      {
        path: '/translate',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          q: texts.map(({ text }) => text),
          source,
          target,
          format: tagged ? 'html' : 'text',
          ...(key === undefined ? {} : { api_key: key }),
        }),
      },
      (json) => readAnswer(answerSchema, json).translatedText,
    ),
});
