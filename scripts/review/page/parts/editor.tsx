/** The editor of the unit that is open: source, what was there before, the translation, and what is to be decided. */
import { computed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { codeMarks, findingMarks, missingCodes, termMarks } from '../marks.ts';
import { decideAndNext, decideCurrent } from '../state/actions.ts';
import {
  address,
  clash,
  currentId,
  currentRow,
  detail,
  draft,
  findings,
  isTyped,
  refused,
  type,
  typed,
} from '../state/current.ts';
import { nameOf, openedBy } from '../state/people.ts';
import { isLoading, languageInfo, project } from '../state/project.ts';
import { dropDraft } from '../state/drafts.ts';
import { isEditorOpen } from '../state/settings.ts';
import { ClashView } from './clash.tsx';
import { openDialog } from './dialog.tsx';
import { Findings } from './findings.tsx';
import { Helpers } from './helpers.tsx';
import { Icon, STATUS_WORDS, statusOf, StatusIcon } from './icons.tsx';
import { Keys } from './keys-shown.tsx';
import { MarkedText, WordDiff } from './marked-text.tsx';
import { insertText, TargetField } from './target-field.tsx';

const sourceMarks = computed(() => {
  const text = currentRow.value?.source ?? '';
  return [...codeMarks(text, detail.value?.codes ?? []), ...termMarks(text, detail.value?.terms ?? [], 'source')];
});

const targetMarks = computed(() => [
  ...codeMarks(typed.value, detail.value?.codes ?? []),
  ...termMarks(typed.value, detail.value?.terms ?? [], 'target'),
  ...findingMarks(findings.value, typed.value.length),
]);

/** @param compact over an article: without what helps. */
export function Editor({ compact = false }: { compact?: boolean }) {
  const row = currentRow.value;
  const at = address.value;
  if (row === undefined || at === undefined) {
    return (
      <div class="editor-empty">
        <p>{isLoading.value ? 'Reading the project…' : 'Choose a unit on the left, or press ↓ in the list.'}</p>
      </div>
    );
  }
  return (
    <article class={`editor${compact ? ' compact' : ''}`} aria-label="Editor">
      <Head compact={compact} />
      <div class="editor-scroll">
        <Source />
        <Before />
        {clash.value === undefined ? null : <ClashView clash={clash.value} />}
        <Target />
        {compact ? null : <Helpers />}
      </div>
    </article>
  );
}

function Head({ compact }: { compact: boolean }) {
  const at = address.value;
  const row = currentRow.value;
  const person = openedBy.value.get(currentId.value ?? '');
  if (at === undefined || row === undefined) return null;
  const status = statusOf(row);
  const shown = detail.value;
  return (
    <header class="editor-head">
      <button
        type="button"
        class="quiet icon-only back"
        aria-label="Back to the list"
        onClick={() => (isEditorOpen.value = false)}
      >
        <Icon name="back" />
      </button>
      <div class="editor-title">
        <h2 title={at.key}>{at.key}</h2>
        <p>
          <span class={`state-word status-${status}`}>
            <StatusIcon status={status} /> {STATUS_WORDS[status]}
          </span>
          {row.origin === '' ? null : <span>{row.origin === 'person' ? 'by a person' : `by ${row.origin}`}</span>}
          {compact || shown === undefined ? null : (
            <span class="file">
              {shown.file}:{shown.line}
            </span>
          )}
          {person === undefined ? null : <span class="company">{nameOf(person)} has it open</span>}
        </p>
      </div>
    </header>
  );
}

function Source() {
  const row = currentRow.value;
  const shown = detail.value;
  if (row === undefined) return null;
  return (
    <section class="block">
      <h3>
        Source <span class="tag">{shown?.sourceLanguage ?? project.value?.sourceLanguage}</span>
      </h3>
      <p class="source-text" lang={shown?.sourceLanguage} dir={shown?.sourceDirection}>
        <MarkedText text={row.source} marks={sourceMarks.value} />
      </p>
    </section>
  );
}

/** What the source was when the translation was made, and the suggestion for what it is now. */
function Before() {
  const shown = detail.value;
  const row = currentRow.value;
  if (shown === undefined || row === undefined) return null;
  const { previous, suggestion, note } = shown;
  return (
    <>
      {previous === undefined ? null : (
        <section class="block before">
          <h3>What changed in the source since this was translated</h3>
          <p lang={shown.sourceLanguage} dir={shown.sourceDirection}>
            <WordDiff before={previous} after={row.source} language={shown.sourceLanguage} />
          </p>
        </section>
      )}
      {suggestion === undefined ? null : (
        <section class="block suggestion">
          <h3>Suggestion for the new source, against your text</h3>
          <p lang={shown.address.language} dir={languageInfo.value?.direction}>
            <WordDiff before={row.target ?? ''} after={suggestion} language={shown.address.language} />
          </p>
          <div class="actions">
            <button type="button" onClick={() => void decideCurrent('accept')}>
              Take it <Keys name="Alt+S" />
            </button>
            <button type="button" class="quiet" onClick={() => void decideCurrent('dismiss')}>
              Keep mine <Keys name="Alt+D" />
            </button>
          </div>
        </section>
      )}
      {note === undefined ? null : (
        <section class="block note">
          <h3>
            <Icon name="note" size={13} /> Note
          </h3>
          <p dir="auto">{note}</p>
        </section>
      )}
    </>
  );
}

function Target() {
  const field = useRef<HTMLTextAreaElement>(null);
  const row = currentRow.value;
  const info = languageInfo.value;
  const at = address.value;
  if (row === undefined || info === undefined || at === undefined) return null;
  const missing = missingCodes(typed.value, detail.value?.codes ?? []);
  const isRtl = info.direction === 'rtl';
  return (
    <section class="block target">
      <h3>
        Translation <span class="tag">{info.tag}</span>
        {draft.value === undefined || !isTyped.value ? null : (
          <span class="unsaved">
            typed, not saved{' '}
            <button type="button" class="quiet small" onClick={() => dropDraft(at)}>
              Discard
            </button>
          </span>
        )}
      </h3>
      <TargetField
        key={`${at.language}\n${currentId.value}`}
        field={field}
        value={typed.value}
        language={info.tag}
        direction={info.direction}
        marks={targetMarks.value}
        label={`Translation into ${info.name}`}
        describedBy="findings"
        onType={type}
      />
      {isRtl && (detail.value?.codes.length ?? 0) > 0 ? <IsolatedPreview text={typed.value} /> : null}
      {missing.length === 0 ? null : (
        <p class="missing-codes">
          <span>Still missing:</span>
          {missing.slice(0, 8).map((code) => (
            <button type="button" class="chip" dir="ltr" onClick={() => insertText(field.current, code)}>
              {code}
            </button>
          ))}
          <Keys name="Ctrl+," />
        </p>
      )}
      <Findings />
      {refused.value === undefined ? null : (
        <p class="refused" role="alert">
          {refused.value}
        </p>
      )}
      <div class="actions decide">
        <button type="button" class="primary" onClick={() => void decideAndNext('approve')}>
          Approve <Keys name="Ctrl+Enter" />
        </button>
        <button type="button" disabled={!isTyped.value} onClick={() => void decideCurrent('save')}>
          Save <Keys name="Ctrl+Shift+Enter" />
        </button>
        <button type="button" class="quiet" disabled={row.target === null} onClick={() => openDialog('reject')}>
          Reject…
        </button>
      </div>
    </section>
  );
}

/** In a text that runs from the right a placeholder's own signs jump about: here each stands by itself. */
function IsolatedPreview({ text }: { text: string }) {
  const parts = text.split(/(\{\{[^{}]*\}\}|<[^<>]*>|\$t\([^()]*\))/);
  return (
    <p class="isolated" dir="rtl" aria-label="As it is read">
      {parts.map((part, index) => (index % 2 === 1 ? <bdi dir="ltr">{part}</bdi> : part))}
    </p>
  );
}
