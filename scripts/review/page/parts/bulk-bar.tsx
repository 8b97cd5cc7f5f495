import { selection, shown } from '../state/list.ts';
import { openDialog } from './dialog.tsx';

/** What can be done with the selected units; there only while some are. */
export function BulkBar() {
  const count = selection.value.size;
  if (count === 0) return null;
  const isAll = count >= shown.value.length;
  return (
    <div class="bulk-bar" role="group" aria-label="Selected units">
      <span>{count.toLocaleString('en')} selected</span>
      {isAll ? null : (
        <button type="button" class="quiet small" onClick={() => (selection.value = new Set(shown.value))}>
          All {shown.value.length.toLocaleString('en')}
        </button>
      )}
      <button type="button" class="small" onClick={() => openDialog('bulk', 'approve')}>
        Approve…
      </button>
      <button type="button" class="small" onClick={() => openDialog('bulk', 'reject')}>
        Reject…
      </button>
      <button type="button" class="quiet small" onClick={() => (selection.value = new Set())}>
        Clear
      </button>
    </div>
  );
}
