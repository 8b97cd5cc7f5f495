/** All engines, in the order in which help and README name them. */
export const ENGINES = [
    { name: 'deepl', load: () => import('./deepl.js').then((module) => module.deepl) },
    { name: 'firefox', load: () => import('./firefox.js').then((module) => module.firefox) },
    { name: 'apertium', load: () => import('./apertium.js').then((module) => module.apertium) },
    { name: 'libretranslate', load: () => import('./libretranslate.js').then((module) => module.libretranslate) },
    { name: 'openai', load: () => import('./openai.js').then((module) => module.openai) },
    { name: 'pseudo', load: () => import('./pseudo.js').then((module) => module.pseudo) },
    { name: 'identity', load: () => import('./identity.js').then((module) => module.identity) },
];
/** The engine of a name; undefined when there is none. */
export async function loadEngine(name) {
    return ENGINES.find((entry) => entry.name === name)?.load();
}
