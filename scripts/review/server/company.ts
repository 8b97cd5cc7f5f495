/** Who is at a page, and what is told to all of them as it happens: server-sent events, one stream a browser. */
import type { ServerResponse } from 'node:http';
import type { Person, ServerEvent } from '../contract.ts';
import { headers } from './responses.ts';

/** A page says every 20 seconds that it is still there. */
const FORGOTTEN_AFTER = 60_000;
const HEARTBEAT = 20_000;

export interface Company {
  /** Opens a stream of events. */
  join(response: ServerResponse): void;
  /** Says where somebody is; null: they left. */
  seen(id: string, person: Person | null): void;
  tell(event: ServerEvent): void;
  close(): void;
}

export function createCompany(): Company {
  const streams = new Set<ServerResponse>();
  const people = new Map<string, { readonly person: Person; readonly at: number }>();
  const tell = (event: ServerEvent): void => {
    for (const stream of streams) stream.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const present = (): ServerEvent => ({ type: 'people', people: [...people.values()].map(({ person }) => person) });
  const heartbeat = setInterval(() => {
    for (const stream of streams) stream.write(':\n\n');
    const gone = [...people].filter(([, { at }]) => Date.now() - at > FORGOTTEN_AFTER);
    for (const [id] of gone) people.delete(id);
    if (gone.length > 0) tell(present());
  }, HEARTBEAT);
  heartbeat.unref();
  return {
    join(response) {
      response.writeHead(200, headers('data', 'text/event-stream; charset=utf-8'));
      response.write(`retry: 1000\ndata: ${JSON.stringify(present())}\n\n`);
      streams.add(response);
      response.on('close', () => streams.delete(response));
    },
    seen(id, person) {
      const before = JSON.stringify(people.get(id)?.person ?? null);
      if (person === null) people.delete(id);
      else people.set(id, { person, at: Date.now() });
      if (JSON.stringify(person) !== before) tell(present());
    },
    tell,
    close() {
      clearInterval(heartbeat);
      for (const stream of streams) stream.end();
    },
  };
}
