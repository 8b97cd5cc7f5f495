import type { Decision } from '../../review/contract.ts';
import type { ReviewEvent } from './event.ts';

/**
 * A decision as the event of one unit.
 * @param target the new text, where one was typed.
 */
export function eventOf(
  { verb, final, check = '', reason = '', note }: Pick<Decision, 'verb' | 'final' | 'check' | 'reason' | 'note'>,
  target: string | undefined,
): ReviewEvent {
  switch (verb) {
    case 'save':
      return { verb, target: target ?? '' };
    case 'approve':
      return { verb, target, state: final === true ? 'final' : 'reviewed' };
    case 'reject':
      return { verb, note };
    case 'waive':
      return { verb, check, reason };
    case 'accept':
    case 'dismiss':
      return { verb };
  }
}
