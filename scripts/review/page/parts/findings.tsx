/** What the checks say of the text as it stands in the editor. */
import { dismissFinding } from '../commands.ts';
import { findings, isTyped } from '../state/current.ts';

export function Findings() {
  const open = findings.value.filter(({ waived }) => waived === undefined);
  const dismissed = findings.value.filter(({ waived }) => waived !== undefined);
  return (
    <div id="findings" class="findings">
      {open.length === 0 && dismissed.length === 0 ? null : (
        <ul>
          {open.map(({ severity, check, message }, index) => (
            <li class={`finding is-${severity}`}>
              <span class="finding-number" title={`Ctrl+I, then ${index + 1}`}>
                {index + 1}
              </span>
              <span class="finding-text">
                <b>{severity === 'error' ? 'Error' : 'Warning'}</b> {message} <span class="finding-check">{check}</span>
              </span>
              {isTyped.value ? null : (
                <button type="button" class="quiet small" onClick={() => dismissFinding(index)}>
                  Dismiss…
                </button>
              )}
            </li>
          ))}
          {dismissed.map(({ check, message, waived }) => (
            <li class="finding is-waived">
              <span class="finding-text">
                <s>{message}</s> <span class="finding-check">{check}</span> dismissed: {waived}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
