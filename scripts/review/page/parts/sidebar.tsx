/** The left column: languages, files, filters, each with how far it is. */
import type { Progress } from '../../contract.ts';
import { WORK_CLASSES } from '../../order.ts';
import { go, place } from '../state/address.ts';
import { counts, filter, OTHER_FILTERS, scopeOf } from '../state/list.ts';
import { language, project } from '../state/project.ts';
import { isDrawerOpen, isEditorOpen, order } from '../state/settings.ts';
import { StatusIcon, type Status } from './icons.tsx';

export function Sidebar() {
  const info = project.value;
  const tag = language.value;
  return (
    <nav class="sidebar" aria-label="Languages, files and filters">
      <section>
        <h2>Languages</h2>
        <ul class="picks">
          {info?.languages.map(({ tag: own, name, progress }) => (
            <li>
              <Pick
                title={name}
                detail={own}
                isChosen={own === tag}
                progress={progress}
                onPick={() => choose(() => pickLanguage(own))}
              />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>Show</h2>
        <ul class="picks filters">
          {OTHER_FILTERS.slice(0, 2).map((one) => (
            <FilterPick {...one} />
          ))}
          {WORK_CLASSES.map(({ name, title }) => (
            <FilterPick
              name={name}
              title={title}
              {...(STATUS_OF[name] === undefined ? {} : { status: STATUS_OF[name] })}
            />
          ))}
          {OTHER_FILTERS.slice(2)
            .filter(({ name }) => (counts.value[name] ?? 0) > 0 || filter.value === name)
            .map((one) => (
              <FilterPick {...one} />
            ))}
        </ul>
        <label class="order">
          <input
            type="checkbox"
            checked={order.value === 'work'}
            onChange={({ currentTarget }) => (order.value = currentTarget.checked ? 'work' : 'document')}
          />
          What needs work first
        </label>
        <details class="formula">
          <summary>How it is ordered</summary>
          <p>
            Errors, then a person’s text whose source changed, missing texts, warnings, edits, drafts, exact matches and
            copies, approved. Within each as the document goes. How good a text is, nobody measures here.
          </p>
        </details>
      </section>
      <section class="files">
        <h2>Files</h2>
        <ul class="picks">
          <li>
            <Pick
              title="All files"
              isChosen={scopeOf.value === undefined}
              onPick={() => choose(() => pickFile(undefined))}
            />
          </li>
          {info?.files
            .filter(({ progress }) => tag !== undefined && tag in progress)
            .map(({ namespace, path, progress }) => (
              <li>
                <Pick
                  title={namespace}
                  hint={path}
                  isChosen={scopeOf.value === namespace}
                  {...(progress[tag ?? ''] === undefined ? {} : { progress: progress[tag ?? ''] })}
                  onPick={() => choose(() => pickFile(namespace))}
                />
              </li>
            ))}
        </ul>
      </section>
      {(info?.troubles.length ?? 0) === 0 ? null : (
        <section class="troubles">
          <h2>Could not be read</h2>
          <ul>
            {info?.troubles.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </nav>
  );
}

const STATUS_OF: Readonly<Record<string, Status>> = {
  error: 'error',
  stale: 'stale',
  missing: 'missing',
  warning: 'warning',
  edited: 'edited',
  draft: 'draft',
  memory: 'draft',
  approved: 'approved',
};

function choose(act: () => void): void {
  act();
  isDrawerOpen.value = false;
  isEditorOpen.value = false;
}

/** The same unit in another language, where one is open. */
export function pickLanguage(own: string): void {
  const at = place.value;
  go({ language: own, namespace: at?.key === undefined ? scopeOf.value : at.namespace, key: at?.key });
}

function pickFile(namespace: string | undefined): void {
  scopeOf.value = namespace;
  if (language.value !== undefined) go({ language: language.value, namespace, key: undefined });
}

interface PickProps {
  readonly title: string;
  readonly detail?: string;
  readonly hint?: string;
  readonly isChosen: boolean;
  readonly progress?: Progress | undefined;
  readonly onPick: () => void;
}

function Pick({ title, detail, hint, isChosen, progress, onPick }: PickProps) {
  return (
    <button type="button" class="pick" aria-current={isChosen ? 'true' : undefined} title={hint} onClick={onPick}>
      <span class="pick-title">{title}</span>
      {detail === undefined ? null : <span class="pick-detail">{detail}</span>}
      {progress === undefined ? null : <Bar progress={progress} />}
    </button>
  );
}

function Bar({ progress: { units, approved, translated, errors } }: { progress: Progress }) {
  const share = (count: number): number => (units === 0 ? 0 : (100 * count) / units);
  const words = `${approved} of ${units} approved, ${translated} translated${errors === 0 ? '' : `, ${errors} with errors`}`;
  return (
    <span class="bar-line">
      <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="bar-translated" width={share(translated)} height="4" />
        <rect class="bar-approved" width={share(approved)} height="4" />
      </svg>
      <span class="bar-count" title={words}>
        <span aria-hidden="true">
          {approved}/{units}
        </span>
        <span class="hidden">{words}</span>
      </span>
    </span>
  );
}

function FilterPick({ name, title, status }: { name: string; title: string; status?: Status | undefined }) {
  const count = counts.value[name] ?? 0;
  return (
    <li>
      <button
        type="button"
        class={`pick filter${count === 0 ? ' is-empty' : ''}`}
        aria-current={filter.value === name ? 'true' : undefined}
        onClick={() => choose(() => (filter.value = name))}
      >
        <span class={`filter-icon ${status === undefined ? '' : `status-${status}`}`}>
          {status === undefined ? null : <StatusIcon status={status} />}
        </span>
        <span class="pick-title">{title}</span>
        <span class="filter-count">{count.toLocaleString('en')}</span>
      </button>
    </li>
  );
}
