/**
 * micromark's edits of a list of events, applied to what stands behind the first of them. Its own way takes all events of a
 * document away and puts them back, at each quote, footnote and definition that ends: time in the square of the document.
 */
import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';

/** Makes all of micromark edit so; the outcome is the same. */
export function editQuickly(): void {
  EditMap.prototype.consume = function (this: EditMap, events: Event[]): undefined {
    this.map.sort(([a], [b]) => a - b);
    const [first] = this.map;
    if (first === undefined) return undefined;
    const [start] = first;
    const behind = events.slice(start);
    events.length = start;
    let at = 0;
    for (const [index, removed, added] of this.map) {
      for (; at < index - start; at += 1) keep(events, behind[at]);
      at += removed;
      for (const event of added) events.push(event);
    }
    for (; at < behind.length; at += 1) keep(events, behind[at]);
    this.map.length = 0;
    this.index.clear();
    return undefined;
  };
}

function keep(events: Event[], event: Event | undefined): void {
  if (event !== undefined) events.push(event);
}
