import { codes } from './codes.js';
import { empty } from './empty.js';
import { numbers } from './numbers.js';
import { sameAsSource } from './same-as-source.js';
import { terms } from './terms.js';
import { unknownWords } from './unknown-words.js';
/** All checks, in the order in which their findings are shown. A new one is one file, and one row here. */
export const CHECKS = [codes, empty, terms, numbers, sameAsSource, unknownWords];
/** Runs every check on a result. `refused` is true where a machine's result must not be written (rule 5). */
export function judge(input) {
    let refused = false;
    const findings = [];
    for (const check of CHECKS) {
        for (const fault of check.run(input)) {
            if (check.refuses && fault.severity === 'error')
                refused = true;
            findings.push({ check: check.name, ...fault });
        }
    }
    return { findings, refused };
}
