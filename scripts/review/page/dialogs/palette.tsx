/** Everything that can be done, and every language and file, by a few letters. */
import { useSignal } from '@preact/signals';
import { COMMANDS } from '../commands.ts';
import { go } from '../state/address.ts';
import { language, project } from '../state/project.ts';
import { closeDialog, Dialog } from '../parts/dialog.tsx';
import { Keys } from '../parts/keys-shown.tsx';
import { pickLanguage } from '../parts/sidebar.tsx';

interface Entry {
  readonly title: string;
  readonly kind: string;
  readonly key: string | undefined;
  readonly run: () => void;
}

function entries(): Entry[] {
  const titles = new Set<string>();
  const commands = COMMANDS.filter(({ title }) => !titles.has(title) && titles.add(title)).map(
    ({ title, keys, group, run }) => {
      return { title, kind: group, key: keys[0], run };
    },
  );
  const languages = (project.value?.languages ?? []).map(({ tag, name }) => {
    return { title: name, kind: `language ${tag}`, key: undefined, run: () => pickLanguage(tag) };
  });
  const files = (project.value?.files ?? []).map(({ namespace }) => {
    const run = (): void => go({ language: language.value ?? '', namespace, key: undefined });
    return { title: namespace, kind: 'file', key: undefined, run };
  });
  return [...commands, ...languages, ...files];
}

export function Palette() {
  const wanted = useSignal('');
  const at = useSignal(0);
  const words = wanted.value.toLocaleLowerCase().split(/\s+/);
  const found = entries()
    .filter(({ title, kind }) => words.every((word) => `${title} ${kind}`.toLocaleLowerCase().includes(word)))
    .slice(0, 60);
  const run = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    closeDialog();
    // The window gives the focus back first.
    requestAnimationFrame(entry.run);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Enter') run(found[at.value]);
    else if (event.key === 'ArrowDown') at.value = Math.min(found.length - 1, at.value + 1);
    else if (event.key === 'ArrowUp') at.value = Math.max(0, at.value - 1);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title="Everything that can be done" bare>
      <input
        class="palette-input"
        type="text"
        role="combobox"
        aria-label="What to do"
        aria-expanded="true"
        aria-controls="palette-found"
        aria-activedescendant={found.length === 0 ? undefined : `palette-${at.value}`}
        placeholder="What to do, a language, a file"
        autofocus
        value={wanted.value}
        onInput={({ currentTarget }) => {
          wanted.value = currentTarget.value;
          at.value = 0;
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette-found" class="palette-found" role="listbox" aria-label="What can be done" tabIndex={-1}>
        {found.map((entry, index) => (
          <div
            id={`palette-${index}`}
            role="option"
            aria-selected={index === at.value}
            class={index === at.value ? 'is-current' : ''}
            ref={(element) => {
              if (index === at.value) element?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => run(entry)}
          >
            <span>{entry.title}</span>
            <span class="muted">{entry.kind}</span>
            {entry.key === undefined ? null : <Keys name={entry.key} />}
          </div>
        ))}
      </div>
      {found.length === 0 ? <p class="empty">Nothing of that name.</p> : null}
    </Dialog>
  );
}
