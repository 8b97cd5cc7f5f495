/**
 * The ids of a file of any length, each as 64 bits: a set of a million strings takes ten times as much memory. Of a million ids
 * two different ones look alike once in thirty million files, and then one unit is refused.
 */
export class IdSet {
  #slots = new Uint32Array(2 * 1024);
  #size = 0;

  /** @returns false where it is there already. */
  add(id: string): boolean {
    const [first, second] = hashesOf(id);
    if (!put(this.#slots, first, second)) return false;
    this.#size += 1;
    if (this.#size * 4 > this.#slots.length) this.#grow();
    return true;
  }

  has(id: string): boolean {
    const [first, second] = hashesOf(id);
    return this.#slots[slotOf(this.#slots, first, second) + 1] !== 0;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      const second = old[at + 1] ?? 0;
      if (second !== 0) put(this.#slots, old[at] ?? 0, second);
    }
  }
}

function put(slots: Uint32Array, first: number, second: number): boolean {
  const at = slotOf(slots, first, second);
  if (slots[at + 1] !== 0) return false;
  slots[at] = first;
  slots[at + 1] = second;
  return true;
}

/** Where an id stands, or would. */
function slotOf(slots: Uint32Array, first: number, second: number): number {
  const mask = slots.length / 2 - 1;
  for (let slot = first & mask; ; slot = (slot + 1) & mask) {
    const at = slot * 2;
    if (slots[at + 1] === 0 || (slots[at] === first && slots[at + 1] === second)) return at;
  }
}

/** Two hashes of different beginnings and steps (FNV-1a, 32 bits); the second is never 0, which stands for an empty slot. */
function hashesOf(id: string): readonly [number, number] {
  let [first, second] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < id.length; at += 1) {
    const unit = id.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x85ebca6b) ^ (second >>> 13);
  }
  return [(first ^ (first >>> 15)) >>> 0, second >>> 0 || 1];
}
