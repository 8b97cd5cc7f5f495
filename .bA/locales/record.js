/**
 * The review record: what the pipeline knows of each unit of a bundle.
 *
 * A JSON array, one line a unit in the source's order, an empty line between two units so that git merges changes of
 * neighbours, a constant last line so that adding the last unit touches no other. The first line is only a shortcut.
 */
import { z } from 'zod/mini';
const optionalText = z.optional(z.string());
const lineSchema = z.object({
    key: z.string(),
    source: z.string(),
    state: z.enum(['initial', 'translated', 'reviewed', 'final']),
    origin: optionalText,
    target: optionalText,
    terms: optionalText,
    findings: z.optional(z.array(z.string())),
    previous: optionalText,
    suggestion: optionalText,
    suggested: optionalText,
});
const count = z.number().check(z.int(), z.minimum(0));
const headerSchema = z.object({
    glossa: z.literal(1),
    from: z.string(),
    source: z.string(),
    snapshot: z.string(),
    bundle: z.string(),
    rendered: optionalText,
    outline: optionalText,
    terms: z.string(),
    settings: z.string(),
    body: z.string(),
    units: count,
    human: count,
    stale: count,
    errors: count,
    warnings: count,
});
const LAST_LINE = '{}';
/** A finding as one string of a record: `error terms: message`. */
export function findingText(finding) {
    return `${finding.severity} ${finding.check}: ${finding.message}`;
}
function parseFinding(text) {
    const match = /^(error|warning) ([a-z-]+): (.*)$/s.exec(text);
    if (match === null)
        return { severity: 'warning', check: 'record', message: text };
    return { severity: match[1] === 'error' ? 'error' : 'warning', check: match[2] ?? '', message: match[3] ?? '' };
}
/**
 * Reads a record line by line, so that a bad merge costs only the lines it broke. A record that a formatter has
 * spread over more lines is read as the JSON it is.
 */
export function parseRecord(text) {
    const whole = parseJson(text);
    const items = Array.isArray(whole) ? whole.map((item) => ({ item, broken: false })) : splitLines(text);
    const headers = [];
    const lines = [];
    let damaged = false;
    for (const { item, broken } of items) {
        const line = lineSchema.safeParse(item);
        if (line.success) {
            lines.push(fromSchema(line.data));
            continue;
        }
        const header = headerSchema.safeParse(item);
        if (header.success)
            headers.push(header.data);
        else if (broken || !isLastLine(item))
            damaged = true;
    }
    return { header: headers.length === 1 && !damaged ? headers[0] : undefined, lines, damaged };
}
function isLastLine(item) {
    return typeof item === 'object' && item !== null && Object.keys(item).length === 0;
}
function splitLines(text) {
    const items = [];
    for (const raw of text.split('\n')) {
        const line = raw.trim().replace(/^\[/, '').replace(/[,\]]+$/, '');
        if (line === '')
            continue;
        const item = parseJson(line);
        items.push({ item, broken: item === undefined });
    }
    return items;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function fromSchema({ findings, ...rest }) {
    return { ...rest, findings: findings?.map(parseFinding) };
}
/** The lines of a record without its first line: what the header's `body` is the hash of. */
export function recordBody(lines) {
    return lines.map((line) => `${lineText(line)},\n\n`).join('');
}
/** The text of a record. Without a header the next run parses, which is always right. */
export function printRecord(header, body) {
    return `[${header === undefined ? '' : JSON.stringify(header)}${header === undefined ? '' : ',\n\n'}${body}${LAST_LINE}]\n`;
}
/** The first line alone, where the record is laid out as we write it; else undefined. */
export function parseHeader(text) {
    if (!text.startsWith('[{"glossa"'))
        return undefined;
    const header = headerSchema.safeParse(parseJson(text.slice(1, text.indexOf('\n')).replace(/,$/, '')));
    return header.success ? header.data : undefined;
}
/** The body as it stands in a record's text, to be compared with the header's hash without parsing. */
export function bodyOf(text) {
    const start = text.indexOf('\n\n');
    return start < 0 || !text.startsWith('[{"glossa"') ? '' : text.slice(start + 2, -LAST_LINE.length - 2);
}
function lineText(line) {
    const { key, source, state, origin, target, terms, findings, previous, suggestion, suggested } = line;
    return JSON.stringify({
        key,
        state,
        origin,
        source,
        target,
        terms,
        findings: findings === undefined || findings.length === 0 ? undefined : findings.map(findingText),
        previous,
        suggestion,
        suggested,
    });
}
