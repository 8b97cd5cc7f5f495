/** Two people wrote one text: mine, theirs, and what both began from. Neither is lost. */
import type { clash as signalOfClash } from '../state/current.ts';
import { keepMine, takeTheirs } from '../state/actions.ts';
import { languageInfo } from '../state/project.ts';
import { WordDiff } from './marked-text.tsx';

type Met = NonNullable<(typeof signalOfClash)['value']>;

export function ClashView({ clash }: { clash: Met }) {
  const language = languageInfo.value?.tag ?? 'en';
  const direction = languageInfo.value?.direction;
  const theirs = clash.row.target ?? '';
  return (
    <section class="block clash" aria-label="This text was changed meanwhile">
      <h3>This text was changed meanwhile</h3>
      <dl lang={language} dir={direction}>
        <dt dir="ltr">Mine</dt>
        <dd>
          <WordDiff before={clash.base} after={clash.mine} language={language} />
        </dd>
        <dt dir="ltr">Theirs, on disk</dt>
        <dd>
          <WordDiff before={clash.base} after={theirs} language={language} />
        </dd>
        <dt dir="ltr">Both began from</dt>
        <dd class="muted">{clash.base || '—'}</dd>
      </dl>
      <div class="actions">
        <button type="button" onClick={keepMine}>
          Go on with mine
        </button>
        <button type="button" onClick={takeTheirs}>
          Take theirs
        </button>
      </div>
      <p class="hint">Going on with mine saves nothing yet: look at it, then approve or save.</p>
    </section>
  );
}
