import { COMMANDS, NUMBERED } from '../commands.ts';
import { STATUS_WORDS, StatusIcon, type Status } from '../parts/icons.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Keys } from '../parts/keys-shown.tsx';

const GROUPS = ['Decide', 'Move', 'Write', 'Several at once', 'Look'] as const;
const STATUSES: readonly Status[] = ['missing', 'draft', 'edited', 'approved', 'final', 'stale', 'warning', 'error'];

export function Help() {
  return (
    <Dialog title="Keys and signs" wide>
      <div class="help">
        {GROUPS.map((group) => (
          <section>
            <h3>{group}</h3>
            <dl>
              {COMMANDS.filter((command) => command.group === group && command.keys.length > 0).map(
                ({ title, keys, where }) => (
                  <div>
                    <dt>
                      {title}
                      {where === 'anywhere' ? '' : <span class="muted"> · outside the text</span>}
                    </dt>
                    <dd>
                      {keys.map((name) => (
                        <Keys name={name} />
                      ))}
                    </dd>
                  </div>
                ),
              )}
              {group === 'Write'
                ? NUMBERED.map(({ title, keys }) => (
                    <div>
                      <dt>{title}</dt>
                      <dd>
                        <kbd>{keys}</kbd>
                      </dd>
                    </div>
                  ))
                : null}
            </dl>
          </section>
        ))}
        <section>
          <h3>Signs</h3>
          <ul class="signs">
            {STATUSES.map((status) => (
              <li class={`status-${status}`}>
                <StatusIcon status={status} /> <span>{STATUS_WORDS[status]}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}
