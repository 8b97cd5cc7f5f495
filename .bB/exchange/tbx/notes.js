/**
 * What a term has that TBX-Basic has no data category for stands in notes with a label: `plural: exosomas`,
 * `case: sensitive`, `status: do-not-translate`, `part of speech: proper noun`. A note that only looks like one is
 * written with the label `note`.
 */
const LABELS = ['plural', 'case', 'status', 'part of speech', 'note'];
export function printNote({ label, text }) {
    return label === 'note' && readNote(text).text === text ? text : `${label}: ${text}`;
}
export function readNote(note) {
    const label = LABELS.find((one) => note.startsWith(`${one}: `));
    return label === undefined ? { label: 'note', text: note } : { label, text: note.slice(label.length + 2) };
}
