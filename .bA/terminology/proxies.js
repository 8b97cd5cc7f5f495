/**
 * Stand-in nouns for terms: English nouns that an engine knows, translated with the gender, number and onset that the
 * term has, so that articles, verbs and adjectives come out right around it. Chosen by test on every Apertium route from
 * English (tests/terminology/proxies.test.ts): each gives one noun, always the same, in seven frames (subject, plural, sentence
 * start, after "many", compound, before a colon, coordinated …). Found wanting and left out among others: `chair`,
 * `train`, `house` (verbs), `horse`, `school` (become adjectives), `elephant`, `friend` (change gender), `tower` (not
 * translated at the start of a sentence), `window` (a product at the start of a sentence).
 */
import { baseLanguage } from '../project/languages.js';
import { onsetOf } from './onset.js';
const NOUNS = new Map(Object.entries({
    castle: row('castillo castillos castello castelli château châteaux castelo castelos castell castells castelo castelos'),
    garden: row('jardín jardines giardino giardini jardin jardins jardim jardins jardí jardins xardín xardíns'),
    mirror: row('espejo espejos specchio specchi miroir miroirs espelho espelhos mirall miralls espello espellos'),
    shield: row('escudo escudos scudo scudi bouclier boucliers escudo escudos escut escuts escudo escudos'),
    tree: row('árbol árboles albero alberi arbre arbres árvore árvores arbre arbres árbore árbores'),
    hospital: row('hospital hospitales ospedale ospedali hôpital hôpitaux hospital hospitais hospital hospitals hospital hospitais'),
    door: row('puerta puertas porta porte porte portes porta portas porta portes porta portas'),
    road: row('carretera carreteras strada strade route routes estrada estradas carretera carreteres estrada estradas'),
    kitchen: row('cocina cocinas cucina cucine cuisine cuisines cozinha cozinhas cuina cuines cociña cociñas'),
    mountain: row('montaña montañas montagna montagne montagne montagnes montanha montanhas muntanya muntanyes montaña montañas'),
    island: row('isla islas isola isole île îles ilha ilhas illa illes illa illas'),
    bee: row('abeja abejas ape api abeille abeilles abelha abelhas abella abelles abella abellas'),
    idea: row('idea ideas idea idee idée idées ideia ideias idea idees idea ideas'),
    eagle: row('águila águilas aquila aquile aigle aigles águia águias àguila àguiles aguia aguias'),
}));
const MASCULINE = ['castle', 'garden', 'mirror'];
const FEMININE = ['door', 'mountain', 'road'];
/** Nouns by language, gender and onset; where an onset is not named, `plain` serves. */
const CLASSES = new Map([
    ['es', { m: { plain: MASCULINE }, f: { plain: FEMININE, i: ['island', 'idea'], 'stressed a': ['eagle'] } }],
    [
        'it',
        {
            m: { plain: ['castle', 'garden'], vowel: ['tree', 'hospital'], impure: ['mirror', 'shield'] },
            f: { plain: FEMININE, vowel: ['island', 'bee'] },
        },
    ],
    ['fr', { m: { plain: MASCULINE, vowel: ['tree', 'hospital'] }, f: { plain: FEMININE, vowel: ['bee', 'island'] } }],
    ['ca', { m: { plain: MASCULINE, vowel: ['tree', 'hospital'] }, f: { plain: FEMININE, vowel: ['bee', 'island'] } }],
    ['pt', { m: { plain: MASCULINE }, f: { plain: FEMININE } }],
    ['gl', { m: { plain: MASCULINE }, f: { plain: ['mountain', 'road', 'kitchen'] } }],
]);
/**
 * Stand-ins for a form in a target language, the best first; none where the language or gender has none.
 * @param form the target form that will take the stand-in's place; its onset decides about elision and articles.
 */
export function proxiesFor(form, gender, target) {
    const language = baseLanguage(target);
    const classes = CLASSES.get(language);
    if (classes === undefined || gender === 'n')
        return [];
    const byOnset = classes[gender];
    const names = byOnset[onsetOf(form, gender, language)] ?? byOnset.plain ?? [];
    return names.flatMap((name) => {
        const forms = NOUNS.get(name);
        if (forms === undefined)
            return [];
        const english = [name, `${name}s`];
        const surfaces = [formsIn(forms, language), forms.es, english];
        return [{ english, surfaces: surfaces.filter((one) => one !== undefined) }];
    });
}
function formsIn(forms, language) {
    const languages = ['es', 'it', 'fr', 'pt', 'ca', 'gl'];
    const known = languages.find((one) => one === language);
    return known === undefined ? undefined : forms[known];
}
/** Singular and plural in es, it, fr, pt, ca, gl. */
function row(words) {
    const list = words.split(' ');
    const at = (index) => {
        const [singular, plural] = list.slice(2 * index, 2 * index + 2);
        return singular === undefined || plural === undefined ? undefined : [singular, plural];
    };
    return { es: at(0), it: at(1), fr: at(2), pt: at(3), ca: at(4), gl: at(5) };
}
