/** The thread that writes files: it opens the journal, and writes the groups that it is given, many at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { openJournal } from '../locales/journal.js';
import { ConfigurationError, GlossaError } from '../project/errors.js';
const { root, journalPath } = workerData;
const say = (reply) => parentPort?.postMessage(reply);
const journal = openJournal(root, journalPath, (line) => say({ line }));
async function serve(request) {
    if ('changes' in request)
        return (await journal).write(request.changes);
    if (request.isDone)
        (await journal).close();
    return 0;
}
function failureOf(error) {
    if (!(error instanceof GlossaError)) {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        return { kind: undefined, message, place: {}, remedy: '' };
    }
    const { message, place, remedy } = error;
    return { kind: error instanceof ConfigurationError ? 'configuration' : 'source', message, place, remedy };
}
parentPort?.on('message', (request) => {
    void serve(request).then((written) => say({ id: request.id, written }), (error) => say({ id: request.id, failure: failureOf(error) }));
});
