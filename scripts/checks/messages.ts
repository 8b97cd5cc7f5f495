import type { Check } from './check.ts';

/** A message of ICU that no program could read is not sent anywhere: what a machine makes of it would be broken too. */
export const messages: Check = {
  name: 'messages',
  description: 'an ICU message can be read',
  severity: 'error',
  refuses: true,
  retries: false,
  offline: true,
  remedy: 'Correct the message in the source: a brace or `other {}` is missing in it.',
  say: () => 'the source is an ICU message that cannot be read: it is not translated',
  run({ sourceContent }) {
    return sourceContent.some((item) => item.type === 'code' && item.signature.startsWith('unreadable:')) ? [{}] : [];
  },
};
