/**
 * Models in the format of Firefox's translation models, with random weights: for measuring speed and for trying the whole
 * way from download to answer. What they answer is no language.
 */
import { seededRandom } from './segment-generator.js';
/** Loads in milliseconds. */
export const SMALL = { embedding: 64, feedForward: 128, heads: 4, encoders: 1, decoders: 1, vocabulary: 79 };
/** The size of a "tiny" model as Firefox ships them, 17 MB. */
export const REAL = {
    embedding: 256,
    feedForward: 1536,
    heads: 8,
    encoders: 6,
    decoders: 2,
    vocabulary: 32_000,
};
const END_BIAS = -4;
const INT8 = 0x0101;
const FLOAT32 = 0x0404;
const INTGEMM8 = 0x4101;
/** A model file: Marian's binary format, version 1. @param seed other weights, other answers. */
export function randomModel(size, seed) {
    const random = seededRandom(seed);
    const { embedding, feedForward, vocabulary } = size;
    const tensors = [settings(size), ...weight('Wemb', vocabulary, embedding, random, 'none')];
    const attention = (name) => {
        for (const part of ['q', 'k', 'v', 'o']) {
            tensors.push(...weight(`${name}_W${part}`, embedding, embedding, random), bias(`${name}_b${part}`, embedding, random));
        }
        tensors.push(...norm(`${name}_Wo`, embedding));
    };
    const forward = (name) => {
        tensors.push(...weight(`${name}_W1`, embedding, feedForward, random), bias(`${name}_b1`, feedForward, random));
        tensors.push(...weight(`${name}_W2`, feedForward, embedding, random), bias(`${name}_b2`, embedding, random));
        tensors.push(...norm(`${name}_ffn`, embedding));
    };
    for (let layer = 1; layer <= size.encoders; layer++) {
        attention(`encoder_l${layer}_self`);
        forward(`encoder_l${layer}_ffn`);
    }
    for (let layer = 1; layer <= size.decoders; layer++) {
        const name = `decoder_l${layer}`;
        tensors.push(...weight(`${name}_rnn_W`, embedding, embedding, random));
        tensors.push(...weight(`${name}_rnn_Wf`, embedding, embedding, random), bias(`${name}_rnn_bf`, embedding, random));
        tensors.push(...norm(`${name}_rnn_ffn`, embedding));
        attention(`${name}_context`);
        forward(`${name}_ffn`);
    }
    const logits = bias('decoder_ff_logit_out_b', vocabulary, random);
    // The end of the sentence is token 0: made unlikely, so that answers are not empty.
    Buffer.from(logits.data.buffer, logits.data.byteOffset).writeFloatLE(END_BIAS);
    tensors.push(logits);
    return marianFile(tensors);
}
/** A vocabulary file: a SentencePiece model of single letters and, to fill it up, of pairs and triples of letters. */
export function vocabularyFile({ vocabulary }) {
    const letters = [...'etaoinshrdlucmfwypvbgkjqxzETAOINSHRDLUCMFWYPVBGKJQXZ.,-0123456789!?:;'];
    const pieces = ['\u2581', ...letters.flatMap((letter) => [letter])];
    for (const first of letters)
        for (const second of letters)
            pieces.push(first + second);
    for (const word of pieces.slice(1, 500))
        for (const letter of letters)
            pieces.push(`\u2581${word}${letter}`);
    const special = [message(piece('</s>', 0, 3)), message(piece('<unk>', 0, 2))];
    const normal = pieces.slice(0, vocabulary - 2).map((text, rank) => message(piece(text, -1 - rank / 1000, 1)));
    // Field 2: the trainer's settings, of which only the kind of model (unigram) matters.
    return Buffer.concat([...special, ...normal, Buffer.from([0x12, 2, 0x18, 1])]);
}
function piece(text, score, kind) {
    const bytes = Buffer.from(text);
    const number = Buffer.alloc(4);
    number.writeFloatLE(score);
    return Buffer.concat([
        Buffer.from([0x0a, bytes.length]),
        bytes,
        Buffer.from([0x15]),
        number,
        Buffer.from([0x18, kind]),
    ]);
}
function message(content) {
    return Buffer.concat([Buffer.from([0x0a, content.length]), content]);
}
function settings(size) {
    const lines = [
        `dim-emb: ${size.embedding}`,
        `transformer-heads: ${size.heads}`,
        `transformer-dim-ffn: ${size.feedForward}`,
        `enc-depth: ${size.encoders}`,
        `dec-depth: ${size.decoders}`,
        'dim-vocabs:',
        `  - ${size.vocabulary}`,
        `  - ${size.vocabulary}`,
    ];
    const data = Buffer.from(`${lines.join('\n')}\n\0`);
    return { name: 'special:model.yml', type: INT8, shape: [data.length], data };
}
/** A matrix in eight bits with its scale, and the scale of what it is multiplied with. */
function weight(name, rows, columns, random, scale = name) {
    const data = Buffer.alloc(rows * columns + 4);
    for (let at = 0; at < rows * columns; at++)
        data.writeInt8(Math.floor(random() * 255) - 127, at);
    data.writeFloatLE(600, rows * columns);
    return [
        { name, type: INTGEMM8, shape: [rows, columns], data },
        { name: `${scale}_QuantMultA`, type: FLOAT32, shape: [1, 1], data: floats(1, () => 20) },
    ];
}
function bias(name, length, random) {
    return { name, type: FLOAT32, shape: [1, length], data: floats(length, () => random() - 0.5) };
}
function norm(name, length) {
    const shape = [1, length];
    return [
        { name: `${name}_ln_scale`, type: FLOAT32, shape, data: floats(length, () => 1) },
        { name: `${name}_ln_bias`, type: FLOAT32, shape, data: floats(length, () => 0) },
    ];
}
function floats(length, next) {
    const data = Buffer.alloc(4 * length);
    for (let at = 0; at < length; at++)
        data.writeFloatLE(next(), 4 * at);
    return data;
}
/** Version, count, a header for each tensor, their names, their shapes, padding to 256 bytes, their data. */
function marianFile(tensors) {
    const number = (...values) => {
        const bytes = Buffer.alloc(8 * values.length);
        for (const [index, value] of values.entries())
            bytes.writeBigUInt64LE(BigInt(value), 8 * index);
        return bytes;
    };
    const padded = tensors.map((tensor) => ({
        ...tensor,
        data: Buffer.concat([tensor.data, padding(tensor.data.length)]),
    }));
    const head = [
        number(1, tensors.length),
        ...padded.map(({ name, type, shape, data }) => number(name.length + 1, type, shape.length, data.length)),
        ...padded.map(({ name }) => Buffer.from(`${name}\0`)),
        ...padded.map(({ shape }) => {
            const bytes = Buffer.alloc(4 * shape.length);
            for (const [index, size] of shape.entries())
                bytes.writeInt32LE(size, 4 * index);
            return bytes;
        }),
    ];
    const length = head.reduce((sum, part) => sum + part.length, 0) + 8;
    const gap = padding(length);
    return Buffer.concat([...head, number(gap.length), gap, ...padded.map(({ data }) => data)]);
}
function padding(length) {
    return Buffer.alloc((256 - (length % 256)) % 256);
}
