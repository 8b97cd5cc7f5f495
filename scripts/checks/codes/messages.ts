import { REFUSES, type Check } from '../check.ts';
import { NONE } from '../on-texts.ts';

/** A message of ICU that no program could read is not sent anywhere: what a machine makes of it would be broken too. */
export const messages: Check = {
  ...REFUSES,
  retries: false,
  name: 'messages',
  description: 'an ICU message can be read',
  remedy: 'Correct the message in the source: a brace or `other {}` is missing in it.',
  say: () => 'the source is an ICU message that cannot be read: it is not translated',
  run({ sourceContent }) {
    return sourceContent.some((item) => item.type === 'code' && item.signature.startsWith('unreadable:')) ? [{}] : NONE;
  },
};
