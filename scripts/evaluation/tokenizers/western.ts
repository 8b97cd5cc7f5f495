import { splitAtSpaces } from './white-space.ts';

/** sacreBLEU's tokenizer `13a`, which is that of mteval-v13a.pl and of WMT: ASCII punctuation apart, numbers whole. */
export function western(line: string): string[] {
  const joined = line.replaceAll('<skipped>', '').replaceAll('-\n', '').replaceAll('\n', ' ');
  const plain = joined
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  return splitWestern(` ${plain} `);
}

/** What `13a` and `zh` share. */
export function splitWestern(line: string): string[] {
  const spaced = line
    .replace(/[{-~[-` -&(-+:-@/]/g, ' $& ')
    .replace(/([^0-9])([.,])/gu, '$1 $2 ')
    .replace(/([.,])([^0-9])/gu, ' $1 $2')
    .replace(/([0-9])(-)/g, '$1 $2 ');
  return splitAtSpaces(spaced);
}
