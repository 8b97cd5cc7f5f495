/**
 * Work on what arrives, in slices: what arrives meanwhile is heard between two of them, so that a large answer is stored
 * before the one ahead of it is worked on to its end.
 */
import { setImmediate as turn } from 'node:timers/promises';

/** Milliseconds of work between two looks at what has arrived. */
const SLICE = 10;

export interface Slices<Item> {
  /** Queues an item; nothing of it happens in this turn. */
  add(item: Item): void;
  /** When all that was added is worked on. @throws what the work has thrown */
  done(): Promise<void>;
}

export function inSlices<Item>(work: (item: Item) => void): Slices<Item> {
  let waiting: Item[] = [];
  let underway: Promise<void> | undefined;
  const drain = async (): Promise<void> => {
    // What was added in this turn of the event loop is stored at its end.
    await turn();
    while (waiting.length > 0) {
      const items = waiting;
      waiting = [];
      let end = performance.now() + SLICE;
      for (const item of items) {
        if (performance.now() > end) {
          await turn();
          end = performance.now() + SLICE;
        }
        work(item);
      }
    }
    underway = undefined;
  };
  return {
    add(item) {
      waiting.push(item);
      if (underway !== undefined) return;
      underway = drain();
      // Whoever waits for it hears of a failure; until then nobody does.
      underway.catch(() => undefined);
    },
    done: async () => underway,
  };
}
