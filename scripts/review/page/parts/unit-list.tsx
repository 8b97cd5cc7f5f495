/** The list: only the rows that are seen are drawn, and what a screen reader counts are all of them. */
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { UnitRow } from '../../contract.ts';
import { focusEditor } from '../commands.ts';
import { currentId, open } from '../state/current.ts';
import { draftOf } from '../state/drafts.ts';
import { filter, listRevision, outdated, query, selection, selectRange, shown, toggleSelected } from '../state/list.ts';
import { nameOf, openedBy } from '../state/people.ts';
import { isLoading, language, languageInfo, loadedLanguage, project, rowOf } from '../state/project.ts';
import { isEditorOpen } from '../state/settings.ts';
import { Icon, STATUS_WORDS, statusOf, StatusIcon } from './icons.tsx';

const ROW = 62;
const MORE = 6;

const scrollTop = signal(0);
const height = signal(800);

export function UnitList() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => (height.value = element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const ids = shown.value;
  const current = currentId.value;
  const index = current === undefined ? -1 : ids.indexOf(current);
  useEffect(() => {
    const element = box.current;
    if (element === null || index < 0) return;
    const top = index * ROW;
    if (top < element.scrollTop) element.scrollTop = Math.max(0, top - ROW);
    else if (top + ROW > element.scrollTop + element.clientHeight)
      element.scrollTop = top - element.clientHeight + 2 * ROW;
  }, [index, current]);

  const first = Math.max(0, Math.floor(scrollTop.value / ROW) - MORE);
  const last = Math.min(ids.length, Math.ceil((scrollTop.value + height.value) / ROW) + MORE);
  const drawn = ids.slice(first, last);
  // The one that is open exists for screen readers also where it is not seen.
  const isCurrentDrawn = index >= first && index < last;
  return (
    <div
      ref={box}
      id="units"
      class="units"
      role="listbox"
      tabIndex={0}
      aria-label="Units"
      aria-multiselectable="true"
      {...(isCurrentDrawn ? { 'aria-activedescendant': `unit-${index}` } : {})}
      onScroll={({ currentTarget }) => (scrollTop.value = currentTarget.scrollTop)}
      onKeyDown={(event) => onListKey(event, index)}
    >
      <div
        class="units-all"
        ref={(element) => element?.style.setProperty('height', `${ids.length * ROW}px`)}
        role="presentation"
      >
        {drawn.map((id, offset) => {
          const row = rowOf(id);
          const at = first + offset;
          return row === undefined ? null : (
            <Row key={id} id={id} row={row} at={at} count={ids.length} isCurrent={id === current} />
          );
        })}
      </div>
      {ids.length === 0 ? <Empty /> : null}
    </div>
  );
}

function Empty() {
  if (isLoading.value || loadedLanguage.value !== language.value) return <p class="empty">Reading the project…</p>;
  const isFiltered = filter.value !== 'all' || query.value !== '';
  return (
    <p class="empty">{isFiltered ? 'Nothing here. Well done, or another filter.' : 'There is nothing to translate.'}</p>
  );
}

interface RowProps {
  readonly id: string;
  readonly row: UnitRow;
  readonly at: number;
  readonly count: number;
  readonly isCurrent: boolean;
}

function Row({ id, row, at, count, isCurrent }: RowProps) {
  const status = statusOf(row);
  const info = languageInfo.value;
  const draft = draftOf({ language: language.value ?? '', ...row });
  const person = openedBy.value.get(id);
  const isSelected = selection.value.has(id);
  const words = [
    STATUS_WORDS[status],
    row.warnings > 0 ? 'with warnings' : '',
    draft === undefined ? '' : 'typed, not saved',
    person === undefined ? '' : `${nameOf(person)} has it open`,
  ].filter((word) => word !== '');
  return (
    <div
      id={`unit-${at}`}
      class={`unit${isCurrent ? ' is-current' : ''}${isSelected ? ' is-selected' : ''}`}
      role="option"
      aria-selected={isSelected || isCurrent}
      aria-setsize={count}
      aria-posinset={at + 1}
      aria-label={`${words.join(', ')}. ${short(row.source)}. ${row.target === null ? '' : short(draft?.text ?? row.target)}`}
      ref={(element) => element?.style.setProperty('top', `${at * ROW}px`)}
      onClick={(event) => onRowClick(event, id)}
    >
      <span class={`unit-state status-${status}`} title={words.join(', ')}>
        <StatusIcon status={status} />
      </span>
      <span class="unit-texts">
        <span class="unit-source" lang={project.value?.sourceLanguage} dir="auto">
          {short(row.source)}
        </span>
        <span class="unit-target" lang={language.value} dir={info?.direction}>
          {draft === undefined ? short(row.target ?? '') || <i>no translation yet</i> : short(draft.text)}
        </span>
      </span>
      <span class="unit-marks">
        {draft === undefined ? null : <span class="dot" title="typed, not saved" />}
        {row.warnings > 0 && status !== 'error' ? (
          <span class="count" title={`${row.warnings} warnings`}>
            {row.warnings}
          </span>
        ) : null}
        {row.noted ? <Icon name="note" size={13} /> : null}
        {person === undefined ? null : <Avatar name={nameOf(person)} />}
      </span>
      <span
        class="unit-check"
        title="Select"
        onClick={(event) => {
          event.stopPropagation();
          toggleSelected(id);
        }}
      >
        {isSelected ? <Icon name="check" size={12} /> : null}
      </span>
    </div>
  );
}

/** A line shows no more; the whole text of a long one would only cost time. */
function short(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

export function Avatar({ name }: { name: string }) {
  return (
    <span class="avatar" title={`${name} has it open`}>
      {[...name].slice(0, 1).join('').toLocaleUpperCase()}
    </span>
  );
}

function onRowClick(event: MouseEvent, id: string): void {
  if (event.shiftKey && currentId.value !== undefined) return selectRange(currentId.value, id);
  if (event.ctrlKey || event.metaKey) return toggleSelected(id);
  open(id, true);
}

function onListKey(event: KeyboardEvent, index: number): void {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  const page = Math.max(1, Math.floor(height.value / ROW) - 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -Infinity,
    End: Infinity,
  };
  const by = steps[event.key];
  const ids = shown.value;
  if (by !== undefined) {
    event.preventDefault();
    const next = ids[Math.min(ids.length - 1, Math.max(0, index < 0 ? 0 : index + by))];
    if (next === undefined) return;
    if (event.shiftKey && currentId.value !== undefined) selectRange(currentId.value, next);
    open(next);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    focusEditor();
  } else if (event.key === ' ') {
    event.preventDefault();
    if (currentId.value !== undefined) toggleSelected(currentId.value);
  }
}

/** Says how many the list holds, and offers to put it in order where units have been dealt with. */
export function ListFoot() {
  const count = shown.value.length;
  const done = outdated.value;
  return (
    <div class="list-foot">
      <span>{count === 1 ? '1 unit' : `${count.toLocaleString('en')} units`}</span>
      {done === 0 ? null : (
        <button type="button" class="quiet small" onClick={() => void listRevision.value++}>
          {done} no longer belong here: refresh
        </button>
      )}
      {isEditorOpen.value ? null : <span class="hint">Enter writes · ? shows all keys</span>}
    </div>
  );
}
