/** What helps beside the editor: matches from memory, terms, and a search through everything. */
import { signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ShownTerm } from '../../contract.ts';
import { takeMatch } from '../commands.ts';
import { get } from '../state/api.ts';
import { announceFailure } from '../state/announce.ts';
import { currentRow, detail, matches } from '../state/current.ts';
import { language, languageInfo } from '../state/project.ts';
import { openDialog } from './dialog.tsx';
import { Keys } from './keys-shown.tsx';
import { WordDiff } from './marked-text.tsx';
import { insertText } from './target-field.tsx';

const TABS = ['matches', 'terms'] as const;
const chosen = signal<(typeof TABS)[number]>('matches');

export function Helpers() {
  const bar = useRef<HTMLDivElement>(null);
  const counted = { matches: matches.value?.length ?? 0, terms: detail.value?.terms.length ?? 0 };
  const words = { matches: 'Matches', terms: 'Terms' };
  return (
    <section class="helpers" aria-label="Matches and terms">
      <div class="helpers-bar">
        <div
          ref={bar}
          role="tablist"
          aria-label="Help"
          onKeyDown={(event) => {
            if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
            chosen.value = chosen.value === 'matches' ? 'terms' : 'matches';
            bar.current?.querySelector<HTMLElement>(`#tab-${chosen.value}`)?.focus();
          }}
        >
          {TABS.map((tab) => (
            <button
              type="button"
              role="tab"
              id={`tab-${tab}`}
              aria-selected={chosen.value === tab}
              aria-controls={`panel-${tab}`}
              tabIndex={chosen.value === tab ? 0 : -1}
              onClick={() => (chosen.value = tab)}
            >
              {words[tab]} <span class="filter-count">{counted[tab]}</span>
            </button>
          ))}
        </div>
        <button type="button" class="quiet small" onClick={() => openDialog('search')}>
          Search everywhere <Keys name="Ctrl+Shift+F" />
        </button>
      </div>
      <div role="tabpanel" id={`panel-${chosen.value}`} aria-labelledby={`tab-${chosen.value}`}>
        {chosen.value === 'matches' ? <Matches /> : <Terms />}
      </div>
    </section>
  );
}

function Matches() {
  const row = currentRow.value;
  const source = detail.value?.sourceLanguage ?? 'en';
  if (matches.value === undefined || row === undefined) return <p class="muted">Looking…</p>;
  if (matches.value.length === 0) return <p class="muted">Nothing like it has been translated yet.</p>;
  return (
    <ol class="matches">
      {matches.value.map((match, index) => (
        <li>
          <button type="button" class="match" onClick={() => takeMatch(index)}>
            <span class="match-head">
              <span class="score">{match.score} %</span>
              <span class="muted">
                {match.state === 'reviewed' || match.state === 'final' ? 'approved' : match.origin} · {match.namespace}
              </span>
              {index < 9 ? <Keys name={`Ctrl+${index + 1}`} /> : null}
            </span>
            {match.score >= 100 ? null : (
              <span class="match-source" lang={source} dir={detail.value?.sourceDirection}>
                <WordDiff before={match.source} after={row.source} language={source} />
              </span>
            )}
            <span class="match-target" lang={language.value} dir={languageInfo.value?.direction}>
              {match.target}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Terms() {
  const wanted = useSignal('');
  const found = useSignal<readonly ShownTerm[] | undefined>(undefined);
  const tag = language.value ?? '';
  useEffect(() => {
    if (wanted.value.trim() === '') {
      found.value = undefined;
      return undefined;
    }
    const waiting = setTimeout(() => {
      get('terms', { language: tag, text: wanted.value }).then((terms) => (found.value = terms), announceFailure);
    }, 150);
    return () => clearTimeout(waiting);
  }, [wanted.value, tag]);
  const terms = found.value ?? detail.value?.terms ?? [];
  return (
    <div class="terms">
      <input
        type="search"
        aria-label="Look a term up"
        placeholder="Look a term up"
        value={wanted.value}
        onInput={({ currentTarget }) => (wanted.value = currentTarget.value)}
      />
      {terms.length === 0 ? (
        <p class="muted">{found.value === undefined ? 'No terms in this text.' : 'The glossary has no such term.'}</p>
      ) : null}
      <ul>
        {terms.map((term) => (
          <Term term={term} />
        ))}
      </ul>
    </div>
  );
}

function Term({ term }: { term: ShownTerm }) {
  const field = (): HTMLTextAreaElement | null => document.querySelector<HTMLTextAreaElement>('#target');
  return (
    <li class="term">
      <span class="term-source">{term.source}</span>
      <span class="term-forms" lang={language.value} dir={languageInfo.value?.direction}>
        {term.accepted.length === 0 ? <i>none for this language</i> : null}
        {term.accepted.map((form) => (
          <button type="button" class="chip" title="Insert" onClick={() => insertText(field(), form)}>
            {form}
          </button>
        ))}
        {term.deprecated.map((form) => (
          <s title="not to be used">{form}</s>
        ))}
      </span>
      {term.note === undefined ? null : <span class="muted term-note">{term.note}</span>}
    </li>
  );
}
