/** Concordance: where words stand, in the source or in a translation, in all languages. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SearchHit } from '../../contract.ts';
import { announceFailure } from '../state/announce.ts';
import { get } from '../state/api.ts';
import { go } from '../state/address.ts';
import { project } from '../state/project.ts';
import { isEditorOpen } from '../state/settings.ts';
import { closeDialog, Dialog } from '../parts/dialog.tsx';
import { MarkedText } from '../parts/marked-text.tsx';
import type { Mark } from '../marks.ts';

function wordMarks(text: string, wanted: string): Mark[] {
  const lower = text.toLocaleLowerCase();
  const marks: Mark[] = [];
  if (wanted === '' || lower.length !== text.length) return marks;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length))
    marks.push({ start: at, end: at + wanted.length, kind: 'term' });
  return marks;
}

export function Search() {
  const wanted = useSignal('');
  const found = useSignal<readonly SearchHit[] | undefined>(undefined);
  const text = wanted.value.trim();
  useEffect(() => {
    if (text.length < 2) {
      found.value = undefined;
      return undefined;
    }
    const waiting = setTimeout(() => {
      get('search', { text }).then((hits) => (found.value = hits), announceFailure);
    }, 200);
    return () => clearTimeout(waiting);
  }, [text]);
  const hits = found.value ?? [];
  const open = ({ language, namespace, key }: SearchHit): void => {
    closeDialog();
    isEditorOpen.value = true;
    go({ language, namespace, key });
  };
  const direction = (tag: string): 'ltr' | 'rtl' | undefined =>
    project.value?.languages.find((one) => one.tag === tag)?.direction;
  return (
    <Dialog title="Search in all languages" wide>
      <input
        type="search"
        class="wide-input"
        aria-label="Words"
        placeholder="Words, in the source or in a translation"
        autofocus
        value={wanted.value}
        onInput={({ currentTarget }) => (wanted.value = currentTarget.value)}
      />
      <p class="muted" role="status">
        {found.value === undefined
          ? 'Two letters at least.'
          : `${hits.length === 200 ? 'The first 200' : hits.length} found.`}
      </p>
      <ul class="hits">
        {hits.map((hit) => (
          <li>
            <button type="button" class="hit" onClick={() => open(hit)}>
              <span class="tag">{hit.language}</span>
              <span class="hit-texts">
                <span class="muted">
                  <MarkedText text={hit.source} marks={wordMarks(hit.source, text.toLocaleLowerCase())} />
                </span>
                <span lang={hit.language} dir={direction(hit.language)}>
                  <MarkedText text={hit.target ?? '—'} marks={wordMarks(hit.target ?? '', text.toLocaleLowerCase())} />
                </span>
                <span class="muted small">
                  {hit.namespace} · {hit.key}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
