const list = (words) => words.trim().split(/\s+/);
const NOUNS = list(`
  membrane vesicle cell sample protocol filter record archive signal surface layer marker patient clinic study reader
  editor garden engine bridge river mountain harbour village market kitchen window workshop teacher student journal
  lesson question answer number pattern method result error message channel account invoice payment customer order
  delivery contract season harvest orchard vineyard forest path station platform ticket traveller museum painting
  melody instrument orchestra theatre festival recipe ingredient flavour temperature pressure voltage battery sensor
  camera lens picture gallery document folder version branch release schedule deadline meeting team manager partner
`);
const ADJECTIVES = list(`
  small large early late quiet bright narrow deep shallow modern ancient simple complex careful sudden regular rare
  common fresh warm cold steady rapid gentle local distant public private formal useful fragile strong thin heavy
  northern southern hidden open empty crowded familiar foreign honest patient reliable seasonal temporary permanent
`);
const VERBS = list(`
  measures describes protects replaces supports follows reaches changes improves explains collects separates compares
  delivers reveals prevents controls prepares observes records restores connects divides repeats confirms requires
`);
const ADVERBS = list(`
  slowly quickly often rarely usually carefully quietly together again directly gradually mostly surely barely openly
`);
const PLACES = [
    'in the laboratory',
    'near the old harbour',
    'at the edge of the village',
    'during the second week',
    'before the first frost',
    'after every long meeting',
    'along the northern coast',
    'between two short breaks',
    'without any further help',
    'under a clear sky',
    'with the support of the whole team',
    'at the end of each quarter',
    'on the way to the station',
    'behind the main building',
];
const CLAUSES = [
    'because nobody had asked before',
    'although the weather was bad',
    'when the lights are switched off',
    'as long as the door stays closed',
    'if the numbers are correct',
    'while the others are still waiting',
    'so that everyone can follow',
    'unless somebody complains',
];
const NAMES = list('Ada Bruno Carla Dario Elena Franco Greta Hugo Irene Jonas Karin Luca Marta Nils Olga Paolo');
/** @param random decides everything: equal seeds, equal prose. */
export function createProse(random) {
    const below = (limit) => Math.floor(random() * limit);
    const pick = (from) => from[below(from.length)] ?? '';
    const noun = () => pick(NOUNS);
    const thing = () => `${pick(ADJECTIVES)} ${noun()}`;
    const a = (text) => `${/^[aeiou]/.test(text) ? 'an' : 'a'} ${text}`;
    const patterns = [
        () => `the ${thing()} ${pick(VERBS)} the ${thing()} ${pick(PLACES)}`,
        () => `${a(noun())} ${pick(ADVERBS)} ${pick(VERBS)} every ${thing()}, ${pick(CLAUSES)}`,
        () => `${pick(PLACES)}, the ${noun()} ${pick(VERBS)} ${a(thing())} and its ${noun()}`,
        () => `${pick(NAMES)} and ${pick(NAMES)} found ${2 + below(98)} ${noun()} samples ${pick(PLACES)}`,
        () => `there is no ${thing()} that ${pick(ADVERBS)} ${pick(VERBS)} the ${noun()}`,
        () => `some ${noun()} readers think that the ${thing()} ${pick(VERBS)} ${a(noun())}, ${pick(CLAUSES)}`,
        () => `the ${noun()} of the ${thing()} is ${pick(ADJECTIVES)} and ${pick(ADJECTIVES)} ${pick(PLACES)}`,
        () => `in ${1950 + below(75)} the ${thing()} became ${a(noun())} for the ${pick(ADJECTIVES)} ${noun()}`,
    ];
    const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
    const sentence = () => `${capital(patterns[below(patterns.length)]?.() ?? '')}.`;
    return {
        pick,
        below,
        noun,
        thing,
        sentence,
        label: () => capital([pick(ADJECTIVES), noun(), ...(below(2) === 0 ? ['and', noun()] : [])].join(' ')),
        paragraph: (sentences) => Array.from({ length: sentences }, sentence).join(' '),
        name: () => pick(NAMES),
        slug: () => `${noun()}-${pick(ADJECTIVES)}-${below(1000)}`,
    };
}
