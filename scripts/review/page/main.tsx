import { effect, untracked } from '@preact/signals';
import { render } from 'preact';
import { App } from './app.tsx';
import { address, open } from './state/current.ts';
import { shown } from './state/list.ts';
import { bePresent, listen } from './state/people.ts';
import { language, languageInfo, loadedLanguage, loadProject, loadRows } from './state/project.ts';
import { isNarrow } from './state/settings.ts';

const root = document.querySelector('#page');
if (root !== null) render(<App />, root);

effect(() => {
  const tag = language.value;
  if (tag !== undefined) untracked(() => void loadRows(tag));
});
void loadProject();
// The first unit of the list is open from the start; on a narrow screen the list itself.
effect(() => {
  const [first] = shown.value;
  if (loadedLanguage.value !== language.value || first === undefined) return;
  untracked(() => {
    if (address.value === undefined && !isNarrow.value) open(first);
  });
});
effect(() => {
  document.title = `${languageInfo.value === undefined ? '' : `${languageInfo.value.name} · `}Review · Glossa`;
});
listen();
bePresent();
