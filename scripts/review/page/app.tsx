import { useEffect } from 'preact/hooks';
import { Dialogs } from './dialogs/index.tsx';
import { onKey } from './keys.ts';
import { ArticleView } from './parts/article-view.tsx';
import { BulkBar } from './parts/bulk-bar.tsx';
import { Editor } from './parts/editor.tsx';
import { Icon } from './parts/icons.tsx';
import { Sidebar } from './parts/sidebar.tsx';
import { TopBar } from './parts/top-bar.tsx';
import { ListFoot, UnitList } from './parts/unit-list.tsx';
import { hideNotice, notice, spoken } from './state/announce.ts';
import { isDrawerOpen, isEditorOpen, view } from './state/settings.ts';

export function App() {
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const classes = ['page', `view-${view.value}`];
  if (isDrawerOpen.value) classes.push('drawer-open');
  if (isEditorOpen.value) classes.push('editor-open');
  return (
    <div class={classes.join(' ')}>
      <TopBar />
      <Sidebar />
      {isDrawerOpen.value ? <div class="scrim" onClick={() => (isDrawerOpen.value = false)} /> : null}
      <main class="main">
        {view.value === 'article' ? (
          <ArticleView />
        ) : (
          <>
            <section class="list" aria-label="List">
              <BulkBar />
              <UnitList />
              <ListFoot />
            </section>
            <section class="desk" aria-label="Unit">
              <Editor />
            </section>
          </>
        )}
      </main>
      <Told />
      <Dialogs />
    </div>
  );
}

function Told() {
  const told = notice.value;
  return (
    <>
      <div class="hidden" role="status" aria-live="polite">
        {spoken.value}
      </div>
      {told === undefined ? null : (
        <div class={`notice is-${told.tone}`}>
          <span>{told.text}</span>
          {told.action === undefined ? null : (
            <button type="button" class="quiet small" onClick={told.action.run}>
              {told.action.title}
            </button>
          )}
          <button type="button" class="quiet icon-only small" aria-label="Close" onClick={hideNotice}>
            <Icon name="close" size={12} />
          </button>
        </div>
      )}
    </>
  );
}
