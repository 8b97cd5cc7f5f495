/** Which old block a new one continues, both ways. */
export class Matching {
    oldOf;
    newOf;
    constructor(olds, news) {
        this.newOf = Array(olds).fill(undefined);
        this.oldOf = Array(news).fill(undefined);
    }
    /** Joins two blocks, unless one of them has a partner already. */
    join(old, neu) {
        if (this.newOf[old] !== undefined || this.oldOf[neu] !== undefined)
            return;
        this.newOf[old] = neu;
        this.oldOf[neu] = old;
    }
}
/** A value as texts are compared: NFC, white space collapsed. */
export function plainValue(value) {
    const text = value.normalize('NFC');
    return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}
/** Items of one key by their place, in order. */
export function placesBy(items, key) {
    const places = new Map();
    for (const [place, item] of items.entries()) {
        const name = key(item, place);
        const list = places.get(name);
        if (list === undefined)
            places.set(name, [place]);
        else
            list.push(place);
    }
    return places;
}
/** For each run of free new blocks the free old ones that follow its left neighbour or precede its right one. */
export function freeRuns({ oldOf, newOf }) {
    const runs = [];
    for (let start = 0; start < oldOf.length; start += 1) {
        if (oldOf[start] !== undefined)
            continue;
        const news = stretch(oldOf, start, 1);
        const after = start + news.length;
        const left = (start === 0 ? -1 : (oldOf[start - 1] ?? -1)) + 1;
        const right = (after === oldOf.length ? newOf.length : (oldOf[after] ?? 0)) - 1;
        const following = stretch(newOf, left, 1);
        const preceding = stretch(newOf, right, -1).reverse();
        const bothSides = following[0] === preceding[0] && following.length === preceding.length;
        for (const olds of bothSides ? [following] : [following, preceding]) {
            if (olds.length > 0)
                runs.push({ olds, news, bothSides });
        }
        start = after - 1;
    }
    return runs;
}
function stretch(partners, from, step) {
    const places = [];
    for (let place = from; place >= 0 && place < partners.length && partners[place] === undefined; place += step) {
        places.push(place);
    }
    return places;
}
