/** So many characters at most are parsed again to find the units that would change a file's structure: some seconds. */
const MOST_CHARACTERS = 20_000_000;
/**
 * Puts values into a file and proves that nothing but words has changed. Where the outline differs, the guilty units are
 * found by halving, printed strictly, and refused if that does not help.
 * @param text the source file
 * @param outline of the source file
 * @param outlineOf parses a file and gives its outline
 */
export function checkedFill(text, patches, outline, outlineOf) {
    if (patches.length === 0)
        return { text, refused: [] };
    const refused = [];
    let accepted = new Map();
    let parsed = 0;
    const accepts = (more, bytes) => {
        if (parsed > MOST_CHARACTERS)
            return false;
        parsed += text.length;
        const candidate = new Map(accepted);
        for (const patch of more)
            candidate.set(patch, bytes(patch));
        if (outlineOf(applied(text, candidate)) !== outline)
            return false;
        accepted = candidate;
        return true;
    };
    const place = (some) => {
        const [first] = some;
        if (first === undefined || accepts(some, (patch) => patch.usual))
            return;
        if (some.length > 1) {
            place(some.slice(0, some.length >> 1));
            place(some.slice(some.length >> 1));
        }
        else if (first.strict === first.usual || !accepts([first], (patch) => patch.strict)) {
            refused.push({ unit: first.unit, reason: 'written into the file it would change the structure around it' });
        }
    };
    place(patches);
    return { text: applied(text, accepted), refused };
}
function applied(text, patches) {
    const sorted = [...patches].sort(([a], [b]) => a.start - b.start);
    let result = '';
    let at = 0;
    for (const [{ start, end }, bytes] of sorted) {
        result += text.slice(at, start) + bytes;
        at = end;
    }
    return result + text.slice(at);
}
