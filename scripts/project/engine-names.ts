/** Made by `npm run tables` from engines/index.ts: the names that a configuration may hold. */
export const ENGINE_NAMES = [
  'auto',
  'deepl',
  'firefox',
  'apertium',
  'libretranslate',
  'openai',
  'pseudo',
  'identity',
] as const;
