/** A decision that is said with words: a rejection with its note, a finding dismissed with its reason. */
import { useSignal } from '@preact/signals';
import { decideAndNext } from '../state/actions.ts';
import { currentRow, detail } from '../state/current.ts';
import { closeDialog, Dialog } from '../parts/dialog.tsx';
import { Keys } from '../parts/keys-shown.tsx';

interface FormProps {
  readonly title: string;
  readonly about: string;
  readonly label: string;
  readonly placeholder: string;
  readonly isNeeded: boolean;
  readonly button: string;
  readonly onDone: (text: string) => void;
}

function ReasonForm({ title, about, label, placeholder, isNeeded, button, onDone }: FormProps) {
  const text = useSignal('');
  const isReady = !isNeeded || text.value.trim() !== '';
  const done = (): void => {
    if (!isReady) return;
    closeDialog();
    onDone(text.value.trim());
  };
  return (
    <Dialog title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          done();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing || (!event.ctrlKey && !event.metaKey)) return;
          event.preventDefault();
          done();
        }}
      >
        <p>{about}</p>
        <label class="field">
          <span>{label}</span>
          <textarea
            rows={2}
            autofocus
            dir="auto"
            placeholder={placeholder}
            value={text.value}
            onInput={({ currentTarget }) => (text.value = currentTarget.value)}
          />
        </label>
        <div class="actions">
          <button type="submit" class="primary" disabled={!isReady}>
            {button} <Keys name="Ctrl+Enter" />
          </button>
          <button type="button" class="quiet" onClick={closeDialog}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}

export function Reject() {
  const row = currentRow.value;
  const isApproved = row?.state === 'reviewed' || row?.state === 'final';
  return (
    <ReasonForm
      title="Reject"
      about={
        isApproved || row?.origin === 'person'
          ? 'The approval is taken back; the text stays as a person’s, not approved.'
          : 'The draft goes, and the next translation makes another.'
      }
      label="What is wrong? (optional)"
      placeholder="For whoever comes next"
      isNeeded={false}
      button="Reject and go on"
      onDone={(note) => void decideAndNext('reject', note === '' ? {} : { note })}
    />
  );
}

export function Waive({ check }: { check: string }) {
  const finding = detail.value?.findings.find((one) => one.check === check);
  return (
    <ReasonForm
      title={`Dismiss: ${check}`}
      about={
        finding === undefined ? '' : `“${finding.message}” It comes back when the source or the translation changes.`
      }
      label="Why is it right as it is?"
      placeholder="Kept with the translation, for whoever asks"
      isNeeded
      button="Dismiss and go on"
      onDone={(reason) => void decideAndNext('waive', { check, reason })}
    />
  );
}
