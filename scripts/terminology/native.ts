/** The termbase as a glossary for engines that take one. */
import type { GlossaryEntries, LanguagePair } from '../engines/engine.ts';
import { countsAsForeign } from './foreign.ts';
import { readsAs } from './languages.ts';
import { requiredForm, targetForms } from './target-forms.ts';
import { foldCase } from '../project/text/words.ts';
import type { Termbase } from './term.ts';

/**
 * All forms that `findTerms` would find, each with the required target form in the same number. Forms of the source
 * language win over those of other columns; a form that several concepts claim is left out.
 * @returns entries sorted by source form (code units).
 */
export function glossaryEntries(termbase: Termbase, pair: LanguagePair): GlossaryEntries {
  const own = new Map<string, Claim>();
  const foreign = new Map<string, Claim>();
  for (const concept of termbase.concepts) {
    const forms = targetForms(concept, pair.source, pair.target);
    if (forms === undefined) continue;
    for (const term of concept.terms) {
      const isOwn = readsAs(term.language, pair.source);
      const claim = (form: string, plural: boolean): void => {
        if (!isOwn && !countsAsForeign(form, pair.source)) return;
        const claims = isOwn ? own : foreign;
        const key = term.caseSensitive ? form : foldCase(form);
        const claimed = claims.get(key);
        if (claimed === undefined) {
          claims.set(key, { form, target: requiredForm(forms.term, plural), concept: concept.id, disputed: false });
        } else if (claimed.concept !== concept.id) claimed.disputed = true;
      };
      claim(term.term, term.plural === term.term);
      if (term.plural !== undefined && term.plural !== term.term) claim(term.plural, true);
    }
  }
  const claims = [...own, ...[...foreign].filter(([key]) => !own.has(key))].map(([, claim]) => claim);
  const entries = claims
    .filter((claim) => !claim.disputed)
    .map((claim): [string, string] => [claim.form, claim.target]);
  return { ...pair, entries: new Map(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}

interface Claim {
  readonly form: string;
  readonly target: string;
  readonly concept: string;
  disputed: boolean;
}
