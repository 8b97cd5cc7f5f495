import { JsonProblem, readJson } from '../../project/json-reader.js';
import { DataError } from './strings.js';
/**
 * Reads a JSON object.
 * @throws DataError on broken JSON, doubled keys, or another value than an object
 */
export function readJsonData(text) {
    try {
        const root = readJson(text);
        if (root.type !== 'object')
            throw new DataError('The front matter is no JSON object', 1);
        return new JsonData(root);
    }
    catch (error) {
        if (error instanceof JsonProblem)
            throw new DataError(`The front matter is no valid JSON: ${error.message}`, error.line);
        throw error;
    }
}
class JsonData {
    strings = [];
    #root;
    #index = new Map();
    constructor(root) {
        this.#root = root;
        this.#collect(root, []);
    }
    #collect(node, path) {
        if (node.type === 'object')
            for (const [key, value] of node.entries)
                this.#collect(value, [...path, key]);
        if (node.type === 'array')
            for (const [index, item] of node.items.entries())
                this.#collect(item, [...path, index]);
        if (node.type !== 'string')
            return;
        this.#index.set(node, this.strings.length);
        this.strings.push({ ...node, paths: [path], write: (value) => JSON.stringify(value) });
    }
    shape(without) {
        const shapeOf = (node) => {
            if (node.type === 'object')
                return { map: [...node.entries].map(([key, value]) => [key, shapeOf(value)]) };
            if (node.type === 'array')
                return node.items.map(shapeOf);
            return without.has(this.#index.get(node) ?? -1) ? { unit: true } : node.value;
        };
        return JSON.stringify(shapeOf(this.#root));
    }
}
