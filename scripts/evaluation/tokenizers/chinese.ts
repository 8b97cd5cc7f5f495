import { splitWestern } from './western.ts';

/**
 * What sacreBLEU's tokenizer `zh` takes for Chinese. Two of its ranges are meant beyond the basic plane and written with four
 * digits, so that they are U+2001 to U+2A6D (quotation marks and dashes among them) and U+2F81 to U+2FA1 in fact; real ideographs
 * beyond the plane are none.
 */
const CHINESE =
  /[\u2001-\u2a6d\u2e80-\u2eff\u2f00-\u2fa1\u2ff0-\u303f\u3100-\u312f\u31a0-\u31bf\u31c0-\u31ef\u3200-\u4db5\u4e00-\u9fbb\uf900-\ufa2d\ufa30-\ufa6a\ufa70-\ufad9\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uffef]/g;

/** sacreBLEU's tokenizer `zh`: each Chinese character is a token, the rest is cut as `13a` cuts it. */
export function chinese(line: string): string[] {
  return splitWestern(line.replace(CHINESE, ' $& '));
}
