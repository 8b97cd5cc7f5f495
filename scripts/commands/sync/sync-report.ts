/** How `sync` tells what it did. */
import { printable } from '../../project/log.ts';
import type { SyncResult } from './index.ts';

/** What became of the branch and the request, and what the gate finds wrong. */
export function syncLines({ commit, pushed, request, proposal, disputes }: SyncResult): string[] {
  const { errors } = proposal;
  const lines = [
    ...errors.slice(0, 20).map((error) => `error: ${error}`),
    ...(errors.length > 20 ? [`… and ${errors.length - 20} more: npm run check lists all.`] : []),
    ...disputes.map(
      ({ language, namespace, key }) =>
        `two people wrote ${language} ${namespace} ${key}: one text waits as a suggestion.`,
    ),
    commit === undefined
      ? 'Nothing to push: what is proposed is on the branch already.'
      : pushed
        ? `Pushed ${commit.slice(0, 10)}.`
        : `Committed ${commit}, not pushed.`,
    ...(request === undefined ? [] : [`Request ${request.number}: ${request.address}`]),
  ];
  return lines.map(printable);
}

export function syncJson({ commit, pushed, request, proposal, disputes, body }: SyncResult): string {
  return JSON.stringify({ commit, pushed, request, ...proposal, disputes, body }, null, 2);
}
