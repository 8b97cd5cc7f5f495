/** Spanish out of English, before generation: agreement, order, and what Spanish wants where English has something else. */
import type { Phrase, Rule } from './rule.ts';

const MONTH = 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';
const SUBJECT_NOUN = /<n>|<np>|^\*/;
/** What one is in, not what is done to one. */
const STATES =
  /^(?:sentar|situar|localizar|ubicar|vestir|preocupar|interesar|cansar|basar|acostumbrar|rodear|separar|alarmar|equivocar|disponer|atrapar|casar)<vblex><pp>/;
const ITSELF = '+se<prn><enc><ref><p3><mf><sp>';
const FINITE = '<(?:pri|ifi|pii|fti|cni|prs|pis)>';

export const spanishFromEnglish: readonly Rule[] = [
  {
    name: 'was + participle is ser',
    word: /^estar<vblex><ifi>/i,
    change: [/^(.)star<vblex>/, 'ser<vbser>'],
    when: [{ at: 1, skip: /<adv>|^no</, is: /<pp>/ }],
    unless: [{ at: 1, skip: /<adv>|^no</, is: STATES }],
    examples: [['The house was sold.', 'fue vendida']],
  },
  {
    name: 'is + participle + by is ser',
    word: /^estar<vblex>/i,
    change: [/^(.)star<vblex>/, 'ser<vbser>'],
    when: [
      { at: 1, skip: /<adv>|^no</, is: /<pp>/ },
      { at: 2, skip: /<adv>|^no</, is: /^por</ },
    ],
    unless: [{ at: 1, skip: /<adv>|^no</, is: STATES }],
    examples: [['Water is used by plants.', 'es utilizada por']],
  },
  {
    name: 'states take estar',
    word: /^ser<vbser>/i,
    change: [/^(.)er<vbser>/, 'estar<vblex>'],
    when: [
      {
        at: 1,
        skip: /<adv>|<preadv>/,
        is: /^(?:vacío|lleno|enfermo|muerto|vivo|disponible|roto|dispuesto|cansado|presente|ausente|sentado|contento|lejos|cerca|aquí|allí|listo)</,
      },
    ],
    examples: [['Your cart is empty.', 'está vacío']],
  },
  {
    name: 'what are + plural',
    word: /^ser<vbser><pri><p3><sg>/i,
    change: [/<sg>$/, '<pl>'],
    when: [
      { at: -1, is: /<itg>/ },
      { at: 1, skip: /<(?:det|adj|num|preadv|adv)>/, is: /<n>.*<pl>|^\*.*s$/ },
    ],
    examples: [['What are the signs?', 'son los signos']],
  },
  {
    name: 'a verb in the second person after a noun and its object is in the third',
    word: /<p2><sg>/,
    change: [/<p2><sg>/, '<p3><sg>'],
    when: [
      { at: -1, is: /<prn><pro>/ },
      { at: -2, is: SUBJECT_NOUN },
    ],
    examples: [['A friend invited you.', 'te invitó']],
  },
  {
    name: 'became is over',
    word: /^(?:convertir<vblex><pii>.*# en|volver<vblex><pii>)/i,
    change: [/<pii>/, '<ifi>'],
    when: [{ at: 1, is: /<(?:det|adj|n|preadv)>/ }],
    examples: [['It became a problem.', 'convirtió en un problema']],
  },
  {
    name: 'become is reflexive',
    word: new RegExp(`^convertir<vblex>${FINITE}<p3>.*# en`, 'i'),
    insert: [/^.*$/, 'se<prn><pro><ref><p3><mf><sp>'],
    examples: [['It became a problem.', 'se convirtió en un problema']],
  },
  {
    name: 'become is reflexive after have and be',
    word: new RegExp(`^(?:haber<vbhaver>|estar<vblex>)${FINITE}<p3>`, 'i'),
    insert: [/^.*$/, 'se<prn><pro><ref><p3><mf><sp>'],
    when: [{ at: 1, skip: /<adv>/, is: /^convertir<vblex><(?:pp|ger)>.*# en|^volver<vblex><ger>/ }],
    examples: [['It has become a problem.', 'se ha convertido en un problema']],
  },
  {
    name: 'to become is reflexive',
    word: /^convertir<vblex><(?:inf|ger)>.*# en/i,
    change: [/(<(?:inf|ger)>)/, '$1+se<prn><enc><ref><p3><mf><sp>'],
    unless: [
      { at: 0, is: /<enc>/ },
      { at: -1, skip: /<adv>/, is: /^(?:estar<vblex>|se<prn>)/ },
    ],
    examples: [['He wants to become a teacher.', 'convertirse en']],
  },
  {
    name: 'become + adjective is reflexive',
    word: new RegExp(`^volver<vblex>${FINITE}<p3>`, 'i'),
    insert: [/^.*$/, 'se<prn><pro><ref><p3><mf><sp>'],
    when: [{ at: 1, skip: /<preadv>|<adv>/, is: /<adj>/ }],
    examples: [['They became rich.', 'se volvieron ricos']],
  },
  {
    name: 'to become + adjective is reflexive',
    word: /^volver<vblex><(?:inf|ger)>$/i,
    change: [/(<(?:inf|ger)>)$/, '$1+se<prn><enc><ref><p3><mf><sp>'],
    when: [{ at: 1, skip: /<preadv>|<adv>/, is: /<adj>/ }],
    unless: [{ at: -1, skip: /<adv>/, is: /^(?:estar<vblex>|se<prn>)/ }],
    examples: [['It can become opaque.', 'volverse']],
  },
  {
    name: 'your is tu',
    word: /^vuestro<det><pos>/i,
    change: [/^(v|V)uestro<det><pos><(?:m|f|mf)>/, 'tuyo<det><pos><mf>'],
    examples: [['Your house is old.', 'Tu casa']],
  },
  {
    name: 'after a preposition have is an infinitive',
    word: /^haber<vbhaver><(?:pri|prs|pii)>/i,
    change: [/<(?:pri|prs|pii)>.*$/, '<inf>'],
    when: [
      { at: -1, is: /^(?:a|de|para|sin|por)<pr>/ },
      { at: 1, skip: /<adv>/, is: /<pp>/ },
    ],
    examples: [['He seems to have found the house.', 'parece haber encontrado']],
  },
  {
    name: 'to have done has no preposition after a verb',
    word: /^a<pr>/,
    remove: true,
    when: [
      { at: -1, is: /<vb|<vaux>/ },
      { at: 1, is: /^haber<vbhaver><inf>/ },
    ],
    examples: [['He seems to have found the house.', 'parece haber encontrado']],
  },
  {
    name: 'to have done is para haber elsewhere',
    word: /^a<pr>/,
    change: [/^a/, 'para'],
    when: [{ at: 1, is: /^haber<vbhaver><inf>/ }],
    examples: [['It is not enough to have seen the house.', 'para haber visto']],
  },
  {
    name: 'verbs that take an infinitive as it is',
    word: /^(?:para|a|de)<pr>/,
    remove: true,
    when: [
      {
        at: -1,
        is: /^(?:querer|poder|deber|intentar|decidir|necesitar|lograr|preferir|conseguir|desear|planear|saber|rehusar|prometer|ofrecer|esperar|soler|gestionar|amenazar con|exigir|elegir|permitir|proponer)<vb/i,
      },
      { at: 1, is: /<inf>/ },
    ],
    examples: [['You do not need to use a phone.', 'necesitas utilizar']],
  },
  {
    name: 'verbs that take a and an infinitive',
    word: /^(?:para|de)<pr>/,
    change: [/^[a-z]+/, 'a'],
    when: [
      {
        at: -1,
        is: /^(?:empezar|comenzar|ayudar|aprender|invitar|obligar|volver|ir|venir|tender|contribuir|forzar|aspirar|autorizar|apresurarse|atreverse|enseñar|llegar|proceder|condenar|acostumbrar)<vb/i,
      },
      { at: 1, is: /<inf>/ },
    ],
    examples: [['It began to rain.', 'a llover']],
  },
  {
    name: 'help + noun + infinitive',
    word: /<vblex><pri><p3><(?:sg|pl)>$/,
    change: [/<pri>.*$/, '<inf>'],
    when: [
      { at: -1, is: /<n>|<np>/ },
      { at: -1, skip: /<(?:det|adj|n|np)>/, is: /^ayudar<vblex>/i },
    ],
    examples: [['They help the skin survive.', 'sobrevivir']],
  },
  {
    name: 'help + noun + a + infinitive',
    word: /<inf>/,
    insert: [/^.*$/, 'a<pr>'],
    when: [
      { at: -1, is: /<n>|<np>/ },
      { at: -1, skip: /<(?:det|adj|n|np)>/, is: /^ayudar<vblex>/i },
    ],
    examples: [['They help the skin survive.', 'ayudan la piel a sobrevivir']],
  },
  {
    name: 'how, when, where + to + verb has no preposition',
    word: /^(?:para|a|de)<pr>/,
    remove: true,
    when: [
      { at: -1, is: /^(?:cómo|dónde|cuándo|qué|donde|cuando)</i },
      { at: 1, is: /<inf>/ },
    ],
    examples: [['They know how to swim.', 'cómo nadar']],
  },
  {
    name: 'it is possible to + verb has no preposition',
    word: /^(?:para|a|de)<pr>/,
    remove: true,
    when: [
      {
        at: -1,
        is: /^(?:posible|imposible|importante|necesario|difícil|fácil|mejor|útil|esencial|vital|probable|común|habitual|aconsejable|recomendable|conveniente|interesante|bueno|mal[oa])<adj>.*<sg>/,
      },
      { at: -2, is: /^ser<vbser>/i },
      { at: 1, is: /<inf>/ },
    ],
    unless: [{ at: -3, skip: /<adv>|^no</, is: /<(?:n|np|adj|prn|vaux|vbmod)>|^\*/ }],
    examples: [['It is possible to swim here.', 'Es posible nadar']],
  },
];

/** Rewritten across several words; where a code stands between them, they stay. */
export const spanishPhrases: readonly Phrase[] = [
  {
    name: 'dates with a month before the day',
    find: new RegExp(
      `\\^[Ee]n<pr>\\$ \\^(${MONTH})<n><m><sg>\\$ \\^(\\d{1,2})(?:\\.º)?<(?:num|det)[^$]*\\$(?:\\^,<cm>\\$ \\^(\\d{4})<num>\\$)?`,
      'gi',
    ),
    by: (_, month, day, year) =>
      `^el<det><def><m><sg>$ ^${day}<num>$ ^de<pr>$ ^${month.toLowerCase()}<n><m><sg>$${year === '' ? '' : ` ^de<pr>$ ^${year}<num>$`}`,
    examples: [['He died on September 24, 1759.', 'el 24 de septiembre de 1759']],
  },
  {
    name: 'month and day',
    find: new RegExp(`\\^(${MONTH})<n><m><sg>\\$ \\^(\\d{1,2})<num>\\$(?:\\^,<cm>\\$ \\^(\\d{4})<num>\\$)?`, 'gi'),
    by: (_, month, day, year) =>
      `^${day}<num>$ ^de<pr>$ ^${month.toLowerCase()}<n><m><sg>$${year === '' ? '' : ` ^de<pr>$ ^${year}<num>$`}`,
    examples: [['From July 1, 2020', '1 de julio de 2020']],
  },
  {
    name: 'month or season and year',
    find: new RegExp(`\\^(${MONTH}|primavera|verano|otoño|invierno)(<n><[mf]><sg>)\\$ \\^(\\d{4})<num>\\$`, 'gi'),
    by: (_, month, tags, year) => `^${month.toLowerCase()}${tags}$ ^de<pr>$ ^${year}<num>$`,
    examples: [['It began in July 2020.', 'julio de 2020']],
  },
  {
    name: 'at a time of day',
    find: /\^en<pr>\$ (?=\^(?:[2-9]|1\d|2[0-4])<num>\$\^:<sent>\$\^\d\d<num>\$)/gi,
    by: () => '^a<pr>$ ^el<det><def><f><pl>$ ',
    examples: [['It began at 11:20.', 'a las 11:20']],
  },
  {
    name: 'in short is en suma',
    find: /\^([Ee])n<pr>\$ \^corto<adj>[^$]*\$(?=\^,<cm>\$)/g,
    by: (_, first) => `^${first}n<pr>$ ^suma<n><f><sg>$`,
    examples: [['In short, it works.', 'en suma']],
  },
  {
    name: 'there is',
    find: /\^([Aa])llí<adv>\$ \^ser<vbser>(<(?:pri|ifi|pii|fti|cni)>)[^$]*\$(?= \^(?:[^$^]*<(?:det|num|adj|n|preadv)>|alrededor<|sólo<|también<))/g,
    by: (_, first, tense) =>
      tense === '<pri>'
        ? `^${first === 'A' ? 'H' : 'h'}ay<vblex><pri><p3><sg>$`
        : `^${first === 'A' ? 'H' : 'h'}aber<vbhaver>${tense}<p3><sg>$`,
    examples: [['These days there are around 20 people here.', 'días hay']],
  },
  {
    // Written as its name.
    name: 'a pronoun of no person',
    find: /\^prpers<prn><pro>(?!<p\d>)[^$]*\$ ?/g,
    by: () => '',
    examples: [['Without realising it, people are blinking.', 'sin darse cuenta']],
  },
  {
    name: 'nos has no gender',
    find: /(\^prpers<prn><pro><p[12]>)<[mf]>/g,
    by: (_, pronoun) => `${pronoun}<mf>`,
    examples: [['Too often we allow ourselves to be ruled by emotion.', 'nos permitimos']],
  },
  {
    name: 'a pronoun in the midst of a verb',
    find: /\^prpers<prn><pro>[^$#]*(# [^$]*)\$ ?\^([^$]*)\$/g,
    by: (_, rest, verb) => `^${verb}${/^(?:quedar|dar)se<vblex><pron><inf>$/.test(verb) ? ITSELF : ''}${rest}$`,
    examples: [['In what order should you run your races?', 'tiene que']],
  },
  {
    name: 'quedarse + pronoun',
    find: /\^((?:quedar|dar)se<vblex><pron><inf>)(# [^$]*)?\$\^prpers<prn><enc>[^$]*\$/g,
    by: (_, verb, rest) => `^${verb}${ITSELF}${rest}$`,
    examples: [['If you are a man trying to stay cute, it works.', 'quedarse']],
  },
];
