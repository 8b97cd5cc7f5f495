import { splitAtSpaces } from './white-space.ts';

/** sacreBLEU's tokenizer `char`: each character is a token. */
export function characters(line: string): string[] {
  return splitAtSpaces([...line].join(' '));
}
