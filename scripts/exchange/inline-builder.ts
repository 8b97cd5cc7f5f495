import type { Inline } from '../units/unit.ts';

/** Content whose codes have nothing but ids, put together as a reader comes upon its pieces. */
export class InlineBuilder {
  readonly #root: Inline[] = [];
  readonly #open: { readonly id: number; readonly children: Inline[] }[] = [];

  text(text: string): void {
    if (text !== '') this.#items().push({ type: 'text', text });
  }

  standing(id: number): void {
    this.#items().push({ type: 'code', id, kind: 'other', markup: [], signature: '' });
  }

  start(id: number): void {
    this.#open.push({ id, children: [] });
  }

  /** Ends the innermost pair. @returns false where that is another one: pairs that cross are nothing of ours. */
  end(id: number): boolean {
    if (this.#open.at(-1)?.id !== id) return false;
    const pair = this.#open.pop();
    if (pair !== undefined)
      this.#items().push({
        type: 'pair',
        id,
        kind: 'other',
        open: [],
        close: [],
        children: pair.children,
        signature: '',
      });
    return true;
  }

  /** @returns undefined where a pair was never closed. */
  finish(): readonly Inline[] | undefined {
    return this.#open.length > 0 ? undefined : joined(this.#root);
  }

  #items(): Inline[] {
    return this.#open.at(-1)?.children ?? this.#root;
  }
}

/** Texts side by side made one. */
export function joined(content: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const item of content) {
    const last = result.at(-1);
    if (item.type === 'pair') result.push({ ...item, children: joined(item.children) });
    else if (item.type === 'text' && last?.type === 'text')
      result[result.length - 1] = { type: 'text', text: last.text + item.text };
    else result.push(item);
  }
  return result;
}
