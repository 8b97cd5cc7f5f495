/** Find and replace in the list's translations: what would change is seen first, and each can be left out. */
import { useSignal } from '@preact/signals';
import type { UnitRow } from '../../contract.ts';
import { sendMany } from '../state/actions.ts';
import { shown } from '../state/list.ts';
import { language, languageInfo, rowId, rowOf } from '../state/project.ts';
import { closeDialog, Dialog } from '../parts/dialog.tsx';
import { WordDiff } from '../parts/marked-text.tsx';

const MOST_SHOWN = 100;

function replaced(text: string, wanted: string, other: string, isExact: boolean): string {
  if (isExact) return text.replaceAll(wanted, () => other);
  const escaped = wanted.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return text.replace(new RegExp(escaped, 'giu'), () => other);
}

export function Replace() {
  const wanted = useSignal('');
  const other = useSignal('');
  const isExact = useSignal(true);
  const left = useSignal<ReadonlySet<string>>(new Set());
  const changes = wanted.value === '' ? [] : changedRows(wanted.value, other.value, isExact.value);
  const kept = changes.filter(({ row }) => !left.value.has(rowId(row)));
  const approved = kept.filter(({ row }) => row.state === 'reviewed' || row.state === 'final').length;
  const tag = language.value ?? '';
  const act = (): void => {
    closeDialog();
    const units = kept.map(({ row, target }) => ({
      namespace: row.namespace,
      key: row.key,
      version: row.version,
      target,
    }));
    void sendMany({ verb: 'save', language: tag, units });
  };
  const toggle = (id: string): void => {
    const next = new Set(left.value);
    if (!next.delete(id)) next.add(id);
    left.value = next;
  };
  const count = kept.length === 1 ? '1 translation' : `${kept.length} translations`;
  return (
    <Dialog title={`Find and replace in ${shown.value.length.toLocaleString('en')} units`} wide>
      <div class="replace-fields">
        <label class="field">
          <span>Find in the translations</span>
          <input
            type="text"
            autofocus
            dir={languageInfo.value?.direction}
            value={wanted.value}
            onInput={({ currentTarget }) => (wanted.value = currentTarget.value)}
          />
        </label>
        <label class="field">
          <span>Replace with</span>
          <input
            type="text"
            dir={languageInfo.value?.direction}
            value={other.value}
            onInput={({ currentTarget }) => (other.value = currentTarget.value)}
          />
        </label>
        <label class="order">
          <input
            type="checkbox"
            checked={isExact.value}
            onChange={({ currentTarget }) => (isExact.value = currentTarget.checked)}
          />
          Same capitals
        </label>
      </div>
      <p class="muted" role="status">
        {wanted.value === ''
          ? 'Units of the list are searched: filter it first to search fewer.'
          : `${changes.length} found.`}
        {approved === 0 ? '' : ` ${approved} of them are approved: they become edited, to be approved again.`}
      </p>
      <ul class="changes">
        {changes.slice(0, MOST_SHOWN).map(({ row, target }) => (
          <li>
            <label>
              <input type="checkbox" checked={!left.value.has(rowId(row))} onChange={() => toggle(rowId(row))} />
              <span lang={tag} dir={languageInfo.value?.direction}>
                <WordDiff before={row.target ?? ''} after={target} language={tag} />
              </span>
            </label>
          </li>
        ))}
      </ul>
      {changes.length > MOST_SHOWN ? <p class="muted">{changes.length - MOST_SHOWN} more are not shown.</p> : null}
      <div class="actions">
        <button type="button" class="primary" disabled={kept.length === 0} onClick={act}>
          Replace in {count}
        </button>
        <button type="button" class="quiet" onClick={closeDialog}>
          Cancel
        </button>
      </div>
    </Dialog>
  );
}

function changedRows(wanted: string, other: string, isExact: boolean): { row: UnitRow; target: string }[] {
  return shown.value.flatMap((id) => {
    const row = rowOf(id);
    if (row === undefined || row.target === null) return [];
    const target = replaced(row.target, wanted, other, isExact);
    return target === row.target ? [] : [{ row, target }];
  });
}
