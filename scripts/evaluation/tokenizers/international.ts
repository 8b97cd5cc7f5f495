import { splitAtSpaces } from './white-space.ts';

/** sacreBLEU's tokenizer `intl`, which is that of mteval-v14.pl: all of Unicode's punctuation and symbols apart. */
export function international(line: string): string[] {
  const spaced = line
    .replace(/(\P{N})(\p{P})/gu, '$1 $2 ')
    .replace(/(\p{P})(\P{N})/gu, ' $1 $2')
    .replace(/\p{S}/gu, ' $& ');
  return splitAtSpaces(spaced);
}
