/** The stub's v3 glossaries: one glossary holds a dictionary for each pair of base languages. */
const LANGUAGES = new Set('ar bg cs da de el en es et fi fr he hu id it ja ko lt lv nb nl pl pt ro ru sk sl sv tr uk vi zh'.split(' '));
const NOT_FOUND = { status: 404, body: { message: 'Glossary not found' } };
/** The glossaries of one account. */
export class GlossaryShelf {
    all = new Map();
    #most;
    #next = 1;
    constructor(most) {
        this.#most = most;
    }
    /** The entries that a translation uses, or the message of the refusal. */
    entriesFor(id, source, target) {
        const glossary = this.all.get(id);
        if (glossary === undefined)
            return 'Glossary not found';
        const found = find(glossary, source, base(target));
        return found?.entries ?? 'No dictionary found for language pair';
    }
    /** Answers a request below `/v3/glossaries`. */
    handle(method, path, fields) {
        const [, version, root, id, part] = path.split('/');
        if (version !== 'v3' || root !== 'glossaries')
            return { status: 404, body: { message: 'Not found' } };
        if (id === undefined)
            return method === 'POST' ? this.#create(fields) : this.#list();
        const glossary = this.all.get(id);
        if (glossary === undefined)
            return NOT_FOUND;
        const pair = { source: fields.get('source_lang') ?? '', target: fields.get('target_lang') ?? '' };
        switch (`${method} ${part ?? ''}`) {
            case 'GET ':
                return { status: 200, body: describe(glossary) };
            case 'DELETE ':
                this.all.delete(id);
                return { status: 204, body: {} };
            case 'PATCH ':
                glossary.name = fields.get('name') ?? glossary.name;
                return { status: 200, body: describe(glossary) };
            case 'GET entries': {
                const found = find(glossary, pair.source, pair.target);
                if (found === undefined)
                    return NOT_FOUND;
                const entries = [...found.entries].map(([source, target]) => `${source}\t${target}`).join('\n');
                return {
                    status: 200,
                    body: { dictionaries: [{ source_lang: found.source, target_lang: found.target, entries }] },
                };
            }
            case 'PUT dictionaries': {
                const dictionary = read(pair.source, pair.target, fields.get('entries') ?? '');
                if (typeof dictionary === 'string')
                    return { status: 400, body: { message: dictionary } };
                glossary.dictionaries = [...without(glossary, pair.source, pair.target), dictionary];
                return { status: 200, body: summary(dictionary) };
            }
            case 'DELETE dictionaries':
                if (find(glossary, pair.source, pair.target) === undefined)
                    return NOT_FOUND;
                glossary.dictionaries = without(glossary, pair.source, pair.target);
                return { status: 204, body: {} };
            default:
                return { status: 405, body: { message: 'Method not allowed' } };
        }
    }
    #create(fields) {
        if (this.all.size >= this.#most)
            return { status: 400, body: { message: 'Too many glossaries' } };
        const dictionaries = [];
        for (let index = 0; fields.has(`dictionaries[${index}].source_lang`); index += 1) {
            const field = (name) => fields.get(`dictionaries[${index}].${name}`) ?? '';
            const dictionary = read(field('source_lang'), field('target_lang'), field('entries'));
            if (typeof dictionary === 'string')
                return { status: 400, body: { message: dictionary } };
            dictionaries.push(dictionary);
        }
        const glossary = {
            id: `00000000-0000-4000-8000-${String(this.#next++).padStart(12, '0')}`,
            name: fields.get('name') ?? '',
            dictionaries,
        };
        this.all.set(glossary.id, glossary);
        return { status: 201, body: describe(glossary) };
    }
    #list() {
        return { status: 200, body: { glossaries: [...this.all.values()].map(describe) } };
    }
}
function base(code) {
    return code.toLowerCase().split('-', 1)[0] ?? code;
}
function find(glossary, source, target) {
    return glossary.dictionaries.find((one) => one.source === source.toLowerCase() && one.target === target.toLowerCase());
}
function without(glossary, source, target) {
    const found = find(glossary, source, target);
    return glossary.dictionaries.filter((one) => one !== found);
}
function read(source, target, tsv) {
    if (!LANGUAGES.has(source) || !LANGUAGES.has(target) || source === target)
        return 'Unsupported glossary language pair';
    const entries = new Map();
    for (const line of tsv.split('\n')) {
        const [from, to, more] = line.split('\t');
        if (!from || !to || more !== undefined || from !== from.trim() || to !== to.trim())
            return `Invalid entry: ${line}`;
        if (entries.has(from))
            return `Duplicate entry: ${from}`;
        entries.set(from, to);
    }
    return { source, target, entries };
}
function describe(glossary) {
    const { id, name, dictionaries } = glossary;
    return { glossary_id: id, name, dictionaries: dictionaries.map(summary), creation_time: '2026-01-01T00:00:00.000Z' };
}
function summary({ source, target, entries }) {
    return { source_lang: source, target_lang: target, entry_count: entries.size };
}
