/** Who else is here, and where; and what the server tells as it happens: one stream for all tabs of a browser. */
import { computed, effect, signal } from '@preact/signals';
import type { Person, ServerEvent } from '../../contract.ts';
import { post } from './api.ts';
import { address } from './current.ts';
import { language, refreshRows, rowId } from './project.ts';
import { myId, myName } from './settings.ts';

const everybody = signal<readonly Person[]>([]);

export const others = computed(() => everybody.value.filter(({ id }) => id !== myId));

/** Who has a unit of the shown language open, by the unit's id. */
export const openedBy = computed<ReadonlyMap<string, Person>>(() => {
  const found = new Map<string, Person>();
  for (const person of others.value) {
    if (person.at !== null && person.at.language === language.value) found.set(rowId(person.at), person);
  }
  return found;
});

export function nameOf({ name, id }: Person): string {
  return name === '' ? `Guest ${id.slice(0, 2).toUpperCase()}` : name;
}

function take(event: ServerEvent): void {
  if (event.type === 'people') everybody.value = event.people;
  else void refreshRows(event.namespaces);
}

/** A browser opens six connections to a server, and no more: the tabs share one stream where they can. */
export function listen(): void {
  const channel = new BroadcastChannel('glossa-events');
  channel.addEventListener('message', ({ data }: MessageEvent<ServerEvent>) => take(data));
  const stream = (): Promise<never> =>
    new Promise(() => {
      const source = new EventSource('/api/events');
      source.addEventListener('message', ({ data }: MessageEvent<string>) => {
        const event: ServerEvent = JSON.parse(data);
        take(event);
        channel.postMessage(event);
      });
    });
  // Only in a secure context (loopback is one); elsewhere each tab has a stream of its own.
  if ('locks' in navigator) void navigator.locks.request('glossa-events', stream);
  else void stream();
}

function sayWhere(leaves = false): void {
  const body = { id: myId, name: myName.value, at: address.value ?? null, leaves };
  // The page may be on its way out: it is not waited for.
  if (leaves) void fetch('/api/presence', { ...json(body), keepalive: true }).catch(() => undefined);
  else void post('presence', body).catch(() => undefined);
}

function json(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

export function bePresent(): void {
  effect(() => sayWhere());
  setInterval(sayWhere, 20_000);
  addEventListener('pagehide', () => sayWhere(true));
  addEventListener('pageshow', () => sayWhere());
}
