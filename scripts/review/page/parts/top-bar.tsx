import { nextTheme, switchView } from '../commands.ts';
import { undo } from '../state/actions.ts';
import { query } from '../state/list.ts';
import { nameOf, others } from '../state/people.ts';
import { languageInfo, project } from '../state/project.ts';
import { isDrawerOpen, isEditorOpen, theme, view } from '../state/settings.ts';
import { openDialog } from './dialog.tsx';
import { Icon } from './icons.tsx';
import { Avatar } from './unit-list.tsx';

export function TopBar() {
  const info = languageInfo.value;
  return (
    <header class="top">
      <button
        type="button"
        class="quiet icon-only menu"
        aria-label="Languages, files and filters"
        aria-expanded={isDrawerOpen.value}
        onClick={() => (isDrawerOpen.value = !isDrawerOpen.value)}
      >
        <Icon name="menu" />
      </button>
      <h1>
        <span class="brand">{project.value?.name ?? 'Glossa'}</span>
        {info === undefined ? null : <span class="brand-language">{info.name}</span>}
      </h1>
      <div class="views" role="group" aria-label="View">
        <button
          type="button"
          aria-pressed={view.value === 'list'}
          onClick={() => view.value === 'list' || switchView()}
        >
          List
        </button>
        <button
          type="button"
          aria-pressed={view.value === 'article'}
          onClick={() => view.value === 'article' || switchView()}
        >
          Article
        </button>
      </div>
      <label class="search">
        <Icon name="search" />
        <span class="hidden">Filter the list</span>
        <input
          id="search"
          type="search"
          placeholder="Filter: words or key"
          value={query.value}
          onInput={({ currentTarget }) => {
            query.value = currentTarget.value;
            view.value = 'list';
            isEditorOpen.value = false;
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) document.querySelector<HTMLElement>('#units')?.focus();
          }}
        />
        <kbd aria-hidden="true">/</kbd>
      </label>
      <div class="top-people">
        {others.value.slice(0, 5).map((person) => (
          <Avatar name={nameOf(person)} />
        ))}
        {others.value.length === 0 ? null : (
          <button type="button" class="quiet small" onClick={() => openDialog('name')}>
            Your name
          </button>
        )}
      </div>
      <div class="top-tools">
        <Tool name="undo" title="Undo the last decision (U)" onClick={() => void undo()} />
        <Tool name="replace" title="Find and replace (Ctrl+H)" onClick={() => openDialog('replace')} />
        <Tool name={theme.value} title={`Colours: ${theme.value}`} onClick={nextTheme} />
        <Tool name="keys" title="Everything that can be done (Ctrl+K)" onClick={() => openDialog('palette')} />
        <Tool name="help" title="Keys and signs (?)" onClick={() => openDialog('help')} />
      </div>
    </header>
  );
}

function Tool({
  name,
  title,
  onClick,
}: {
  name: Parameters<typeof Icon>[0]['name'];
  title: string;
  onClick: () => void;
}) {
  return (
    <button type="button" class="quiet icon-only" aria-label={title} title={title} onClick={onClick}>
      <Icon name={name} />
    </button>
  );
}
