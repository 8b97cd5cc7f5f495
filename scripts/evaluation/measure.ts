/** What is said of some outputs beside their references. */
import { addToBleu, bleu, noBleuCounts } from './bleu.ts';
import { addToChrf, chrf, noChrfCounts } from './chrf.ts';
import { tokenEdits } from './token-edits.ts';
import { TOKENIZERS } from './tokenizers/index.ts';
import { western } from './tokenizers/western.ts';
import { withoutSpacesAtTheEnd } from './tokenizers/white-space.ts';

export interface OutputPair {
  /** What is measured: an engine's text, a draft. */
  readonly output: string;
  /** What a person wrote or approved. */
  readonly reference: string;
  /** A name of `TOKENIZERS`. */
  readonly tokenizer: string;
}

export interface Measures {
  readonly segments: number;
  /** Of them, those whose output is the reference. */
  readonly equal: number;
  /** 0 to 100, better when higher. */
  readonly bleu: number;
  /** 0 to 100, better when higher. */
  readonly chrf: number;
  /** Token edits from outputs to references, in per cent of the references' tokens; better when lower, and may be over 100. */
  readonly edits: number;
}

/** @returns undefined for no pairs. */
export function measure(pairs: readonly OutputPair[]): Measures | undefined {
  if (pairs.length === 0) return undefined;
  const [forBleu, forChrf] = [noBleuCounts(), noChrfCounts()];
  let [edits, equal] = [0, 0];
  for (const { output, reference, tokenizer } of pairs) {
    const tokens = TOKENIZERS.get(tokenizer) ?? western;
    const [own, wanted] = [tokens(withoutSpacesAtTheEnd(output)), tokens(withoutSpacesAtTheEnd(reference))];
    addToBleu(forBleu, own, wanted);
    addToChrf(forChrf, output, reference);
    edits += tokenEdits(own, wanted);
    if (own.length === wanted.length && own.every((token, index) => token === wanted[index])) equal += 1;
  }
  return {
    segments: pairs.length,
    equal,
    bleu: bleu(forBleu),
    chrf: chrf(forChrf),
    edits: (100 * edits) / Math.max(1, forBleu.referenceTokens),
  };
}

/** How the figures were made, in sacreBLEU's words, so that others can be set beside them. */
export function signatures(tokenizer: string): { readonly bleu: string; readonly chrf: string } {
  return {
    bleu: `nrefs:1|case:mixed|eff:no|tok:${tokenizer}|smooth:exp`,
    chrf: 'nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no',
  };
}
