import { closeDialog, Dialog } from '../parts/dialog.tsx';
import { myName } from '../state/settings.ts';

/** What others see of a person: a name, kept in this browser and nowhere else. */
export function Name() {
  return (
    <Dialog title="Your name">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          closeDialog();
        }}
      >
        <label class="field">
          <span>Others at this page see it while you have a unit open. It is written into no file.</span>
          <input
            type="text"
            autofocus
            maxLength={40}
            autocomplete="off"
            value={myName.value}
            onInput={({ currentTarget }) => (myName.value = currentTarget.value)}
          />
        </label>
        <div class="actions">
          <button type="submit" class="primary">
            Done
          </button>
        </div>
      </form>
    </Dialog>
  );
}
