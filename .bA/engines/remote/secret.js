/** Keys of services: read from the environment or a file, never from configuration, never shown. */
import { readFileSync } from 'node:fs';
import { ConfigurationError } from '../../project/errors.js';
/**
 * The key of a service: the variable `name`, else the first line of the file that `name_FILE` points to.
 * @returns undefined when neither is set.
 * @throws ConfigurationError when the file cannot be read or is empty.
 */
export function readSecret(variables, name) {
    const value = variables[name]?.trim();
    if (value)
        return value;
    const file = variables[`${name}_FILE`];
    if (!file)
        return undefined;
    let text;
    try {
        text = readFileSync(file, 'utf8');
    }
    catch (cause) {
        throw new ConfigurationError(`The key file ${file} cannot be read.`, {
            cause,
            remedy: `Set ${name}_FILE or ${name}.`,
        });
    }
    const key = text.split('\n', 1)[0]?.trim() ?? '';
    if (key === '')
        throw new ConfigurationError(`The key file ${file} is empty.`, { remedy: `Put the key on its first line.` });
    return key;
}
/** Removes a key from a message that somebody else wrote. */
export function redact(message, key) {
    return key ? message.replaceAll(key, '[key]') : message;
}
