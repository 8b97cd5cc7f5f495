/** The thread that writes files: it opens the journal, and writes the groups that it is given, many at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { openJournal } from '../../locales/journal.ts';
import { ConfigurationError, GlossaError } from '../../project/errors.ts';
import type { Failure, WriterPlaces, WriterReply, WriterRequest } from './writer-messages.ts';

const { root, journalPath }: WriterPlaces = workerData;
const say = (reply: WriterReply): void => parentPort?.postMessage(reply);
const journal = openJournal(root, journalPath, (line) => say({ line }));
// Whoever writes hears of it.
journal.catch(() => undefined);

async function serve(request: WriterRequest): Promise<number> {
  if ('changes' in request) return (await journal).write(request.changes);
  if (request.isDone) (await journal).close();
  return 0;
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof GlossaError)) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: undefined, message, place: {}, remedy: '' };
  }
  const { message, place, remedy } = error;
  return { kind: error instanceof ConfigurationError ? 'configuration' : 'source', message, place, remedy };
}

parentPort?.on('message', (request: WriterRequest) => {
  void serve(request).then(
    (written) => say({ id: request.id, written }),
    (error: unknown) => say({ id: request.id, failure: failureOf(error) }),
  );
});
