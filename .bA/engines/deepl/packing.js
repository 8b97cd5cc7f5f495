/**
 * Packs units into requests: units of one article as elements of one text, many texts a request. DeepL takes 50 texts
 * and 128 KiB a request; the body is form-encoded, so bytes are counted as they are encoded (a space is one byte, `<`
 * three, `á` six). Names of elements are one letter long for the same reason.
 */
/** Element of a unit; the first of each text carries the text's number. */
export const UNIT = 'u';
/** Mark between two sentences of a unit. */
export const SENTENCE = 's';
/** Element around a term that must stay as it is. */
export const TERM = 't';
/** The characters that a form's encoding leaves as they are: one byte each. */
const AS_IT_IS = Uint8Array.from({ length: 128 }, (_, code) => Number(/[A-Za-z\d *._-]/.test(String.fromCharCode(code))));
const TEXT_FIELD = '&text='.length;
const CONTEXT_FIELD = '&context='.length;
const NUMBER = encodedBytes(' i="50"');
/** Bytes of a string in an `application/x-www-form-urlencoded` body. */
export function encodedBytes(text) {
    let bytes = 0;
    for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        // A letter, digit, space or one of `*-._` is one byte; any other byte of UTF-8 is written `%XX`.
        if (code < 0x80)
            bytes += AS_IT_IS[code] === 1 ? 1 : 3;
        else if (code < 0x800)
            bytes += 6;
        // Half of a pair: the pair has four bytes. A half alone becomes U+FFFD, which has three.
        else if (code < 0xd800 || code > 0xdfff || !isPaired(text, index, code))
            bytes += 9;
        else
            bytes += 6;
    }
    return bytes;
}
function isPaired(text, index, code) {
    const other = text.charCodeAt(code < 0xdc00 ? index + 1 : index - 1);
    return code < 0xdc00 ? other >= 0xdc00 && other <= 0xdfff : other >= 0xd800 && other < 0xdc00;
}
/** The text of a request's `text` field. */
export function writeText(text) {
    return text.works.map((piece, index) => writeUnit(piece, index === 0 ? text.number : undefined)).join('');
}
const unitSizes = new WeakMap();
/** Counted once for all languages that a unit is sent for. */
function unitBytes(work) {
    const bytes = unitSizes.get(work.sentences) ?? encodedBytes(writeUnit(work));
    unitSizes.set(work.sentences, bytes);
    return bytes;
}
function writeUnit(piece, number) {
    const attribute = number === undefined ? '' : ` i="${number}"`;
    return `<${UNIT}${attribute}>${piece.sentences.join(`<${SENTENCE}/>`)}</${UNIT}>`;
}
/**
 * Packs work in its order; what has a context travels apart from the rest, one request for each context. Articles keep to
 * texts of their own, unless they are so short that 50 of them do not fill a request and joining them saves requests.
 */
export function packRequests(works, limits) {
    const groups = new Map();
    const tooLarge = [];
    for (const work of works) {
        const bytes = unitBytes(work);
        if (TEXT_FIELD + NUMBER + bytes > limits.bytes) {
            tooLarge.push(work);
            continue;
        }
        // A context that would crowd out its own text is not worth a failure.
        const context = contextBytes(work.context) + TEXT_FIELD + NUMBER + bytes > limits.bytes ? '' : work.context;
        const group = groups.get(context);
        if (group === undefined)
            groups.set(context, [{ work, bytes }]);
        else
            group.push({ work, bytes });
    }
    const requests = [...groups].flatMap(([context, group]) => {
        const bytes = limits.bytes - contextBytes(context);
        const apart = packGroup(group, { ...limits, bytes }, 0);
        const joined = packGroup(group, { ...limits, bytes }, Math.ceil(bytes / limits.texts));
        return (joined.length < apart.length ? joined : apart).map((texts) => ({
            context,
            texts,
            works: texts.flatMap((text) => text.works),
        }));
    });
    return { requests, tooLarge };
}
function contextBytes(context) {
    return context === '' ? 0 : CONTEXT_FIELD + encodedBytes(context);
}
/** @param least bytes that a text must have before another article may begin a new one. */
function packGroup(group, limits, least) {
    const requests = [];
    let texts = [];
    let requestBytes = Infinity;
    let textBytes = Infinity;
    for (const { work, bytes } of group) {
        const previous = texts.at(-1)?.works.at(-1);
        const another = work.article !== previous?.article && textBytes >= least;
        let opens = another || work.alone || textBytes + bytes > limits.textBytes;
        const added = () => bytes + (opens ? TEXT_FIELD + NUMBER : 0);
        if (requestBytes + added() > limits.bytes || (opens && texts.length === limits.texts)) {
            texts = [];
            requests.push(texts);
            requestBytes = 0;
            opens = true;
        }
        requestBytes += added();
        if (opens) {
            texts.push({ number: texts.length + 1, works: [work] });
            textBytes = TEXT_FIELD + NUMBER + bytes;
        }
        else {
            texts.at(-1)?.works.push(work);
            textBytes += bytes;
        }
    }
    return requests;
}
