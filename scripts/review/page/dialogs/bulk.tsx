/** A decision on several: how many first, then the deed; it is undone as one. */
import { decideMany } from '../state/actions.ts';
import { draftOf } from '../state/drafts.ts';
import { selection } from '../state/list.ts';
import { languageInfo, rowOf } from '../state/project.ts';
import { closeDialog, Dialog } from '../parts/dialog.tsx';

export function Bulk({ verb }: { verb: 'approve' | 'reject' }) {
  const ids = [...selection.value].filter((id) => rowOf(id) !== undefined);
  const rows = ids.flatMap((id) => rowOf(id) ?? []);
  const missing = rows.filter(({ target }) => target === null).length;
  const faulty = rows.filter(({ errors, target }) => errors > 0 && target !== null).length;
  const persons = rows.filter(({ state, origin }) => state !== 'translated' || origin === 'person').length;
  const warned = rows.filter(({ warnings, errors }) => warnings > 0 && errors === 0).length;
  const typed = rows.filter((row) => draftOf({ language: languageInfo.value?.tag ?? '', ...row }) !== undefined).length;
  const word = verb === 'approve' ? 'Approve' : 'Reject';
  const count = ids.length === 1 ? '1 translation' : `${ids.length} translations`;
  const act = (): void => {
    closeDialog();
    void decideMany(verb, ids);
  };
  return (
    <Dialog title={`${word} ${count} into ${languageInfo.value?.name ?? ''}?`}>
      <ul class="plain">
        {missing === 0 ? null : <li>{missing} without a translation are left out.</li>}
        {verb === 'approve' && faulty > 0 ? (
          <li>{faulty} with errors are left out: mend them, or dismiss the finding with a reason.</li>
        ) : null}
        {verb === 'approve' && warned > 0 ? <li>{warned} have warnings.</li> : null}
        {verb === 'approve' && typed > 0 ? <li>{typed} with what is typed in them.</li> : null}
        {verb === 'reject' && persons > 0 ? (
          <li>{persons} are a person’s or approved: these only lose their approval.</li>
        ) : null}
        {verb === 'reject' ? <li>Drafts go, and the next translation makes others.</li> : null}
        <li>One undo takes all of it back.</li>
      </ul>
      <div class="actions">
        <button type="button" class="primary" autofocus onClick={act}>
          {word} {count}
        </button>
        <button type="button" class="quiet" onClick={closeDialog}>
          Cancel
        </button>
      </div>
    </Dialog>
  );
}
