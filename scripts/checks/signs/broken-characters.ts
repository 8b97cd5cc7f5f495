import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { onTexts } from '../on-texts.ts';
import { ODD_SPACE, OTHER_LETTER } from '../traits.ts';

/** Controls, the sign for what could not be read, what is no character at all, and halves of pairs. */
const BROKEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffd-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** An editor or a tool with another encoding leaves them behind; what the source has, too, is meant. */
export const brokenCharacters: Check = {
  ...WARNS,
  severity: 'error',
  name: 'broken-characters',
  description:
    'no control, no half of a character and no sign for an unreadable one stands in a text whose source has none',
  say: (parameters) => `has ${textOf(parameters, 'found')}, which is no character of a text`,
  run: (input) =>
    onTexts(input, ODD_SPACE | OTHER_LETTER, ({ source, target }) => {
      const known = new Set(source.match(BROKEN));
      const seen = new Set<string>();
      return [...target.matchAll(BROKEN)].flatMap(({ 0: character, index }) => {
        if (known.has(character) || seen.has(character)) return [];
        seen.add(character);
        const found = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
        return [{ parameters: { found }, start: index, end: index + 1 }];
      });
    }),
};
