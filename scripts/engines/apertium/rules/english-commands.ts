/** English before the tagger: UI strings and instructions that begin with a verb. They become infinitives. */
import type { Rule } from './rule.ts';

/** As a button says them: alone they are verbs, also where a noun is spelt alike. */
const BUTTONS =
  'accept|activate|add|allow|apply|back up|book|browse|buy|cancel|change|check|choose|clear|click|close|confirm|continue|' +
  'copy|create|cut|decline|delete|deny|disable|discard|dismiss|download|edit|empty|enable|enter|expand|export|filter|find|' +
  'follow|get|go|hide|import|insert|install|invite|join|learn|leave|listen|load|log|manage|merge|move|open|paste|pause|' +
  'pay|play|press|print|publish|read|refresh|register|reject|reload|remove|rename|replace|reply|reset|restart|restore|' +
  'resume|retry|return|save|scroll|search|see|select|send|share|show|sign|skip|sort|start|stop|submit|subscribe|switch|' +
  'tap|try|turn|type|undo|uninstall|unlock|unsubscribe|update|upgrade|upload|use|verify|view|watch|write';

/** With an object after them, in recipes and the like. */
const INSTRUCTIONS =
  'avoid|bake|beat|blend|boil|break|bring|brush|chill|chop|combine|cook|cool|cover|cut|divide|drain|dry|feed|fill|fold|fry|' +
  'give|heat|keep|knead|let|look|make|measure|mix|peel|place|pour|preheat|put|repeat|rinse|roll|serve|set|shape|slice|' +
  'soak|spread|sprinkle|stir|store|take|transfer|turn|wash|wait|weigh|whisk|wrap';

const FINITE = /<(?:pri|past|vbser|vbhaver|vaux|vbdo)>/;
/** The rest of a sentence without a finite verb: `Search results show …` is no instruction. */
const TO_FINITE = /^(?!.*<(?:pri|past|vbser|vbhaver|vaux|vbdo|cm|sent|cnjcoo|cnjadv|cnjsub|rel)>)/;
const AT_EDGE = { at: -1, is: /<edge>/ } as const;
/** On the way back to the capital with which the sentence begins. */
const SMALL = /^[^A-Z]/;

export const englishCommands: readonly Rule[] = [
  {
    name: 'a button says a verb',
    word: new RegExp(`^(?:${BUTTONS})/.*<vblex><inf>`, 'i'),
    keep: /<vblex><inf>/,
    when: [AT_EDGE],
    unless: [
      { at: 1, is: /<ref>/ },
      { at: 1, is: /^(?:of|is|are)\// },
      { at: 1, skip: TO_FINITE, only: FINITE },
    ],
    examples: [
      ['Close', 'cerrar'],
      ['Change password', 'cambiar contraseña'],
      ['Delete', 'eliminar'],
    ],
  },
  {
    name: 'an instruction begins with a verb before its object',
    word: new RegExp(`^(?:${BUTTONS}|${INSTRUCTIONS})/.*<vblex><inf>`, 'i'),
    keep: /<vblex><inf>/,
    when: [AT_EDGE, { at: 1, is: /<(?:det|pos|adj|num|adv|obj|n|pr)>|\/\*/ }],
    unless: [
      { at: 1, is: /<ref>/ },
      { at: 1, is: /^(?:of|is|are)\// },
      { at: 1, skip: TO_FINITE, only: FINITE },
    ],
    examples: [['Keep the bread in a bag.', 'mantener el pan']],
  },
  {
    name: 'an instruction goes on with verbs',
    word: new RegExp(`^(?:${BUTTONS}|${INSTRUCTIONS})/.*<vblex><inf>`),
    keep: /<vblex><inf>/,
    when: [
      { at: -1, skip: /^(?:then|carefully|slowly|finally)\//, is: /^(?:,|and|or|then)\// },
      { at: -1, skip: SMALL, only: /^[A-Z][^/]*\/[^/]*<vblex><inf>/ },
    ],
    examples: [['Open the box and cut the bread.', 'cortar el pan']],
  },
];
