/** Keys: read from the table of commands. While an input method composes, every key is its own. */
import { announce } from './state/announce.ts';
import { COMMANDS, dismissFinding, isDialogOpen, takeMatch } from './commands.ts';

function isText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'checkbox');
}

/** As the table writes it. With Alt or Shift the key itself may have become another character. */
function nameOf(event: KeyboardEvent): string {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const isChord = event.ctrlKey || event.metaKey || event.altKey;
  const name = isChord && letter !== undefined ? letter : event.key;
  const isShifted = event.shiftKey && (name.length > 1 || letter !== undefined);
  return [
    event.ctrlKey || event.metaKey ? 'Ctrl+' : '',
    event.altKey ? 'Alt+' : '',
    isShifted ? 'Shift+' : '',
    isShifted || isChord ? (name.length === 1 ? name.toUpperCase() : name) : name,
  ].join('');
}

/** `Ctrl+I` was pressed: the next digit names a finding. */
let awaitsFinding = false;

export function onKey(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented || isDialogOpen()) return;
  // AltGr writes characters on many keyboards; it arrives as Ctrl and Alt together.
  if (event.getModifierState('AltGraph')) return;
  const name = nameOf(event);
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  if (awaitsFinding && digit !== undefined && !event.shiftKey) {
    awaitsFinding = false;
    event.preventDefault();
    return dismissFinding(Number(digit) - 1);
  }
  if (!['Control', 'Meta', 'Alt', 'Shift'].includes(event.key)) awaitsFinding = false;
  if (name === 'Ctrl+I') {
    awaitsFinding = true;
    event.preventDefault();
    return announce('Dismiss which finding? Type its number.');
  }
  if (digit !== undefined && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    event.preventDefault();
    return takeMatch(Number(digit) - 1);
  }
  const typing = isText(event.target);
  const found = COMMANDS.find(
    ({ keys, where }) => keys.includes(name) && (where === 'anywhere' || !typing || name === 'F1'),
  );
  if (found === undefined) return;
  event.preventDefault();
  found.run();
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
};
const isMac = navigator.platform.startsWith('Mac');

/** The parts of a key as a person reads them. */
export function keyParts(name: string): string[] {
  const parts = name === 'Ctrl+,' ? ['Ctrl', ','] : name.split('+');
  return parts.map((part) =>
    isMac && part === 'Ctrl' ? '⌘' : (SIGNS[part] ?? (part.length === 1 ? part.toUpperCase() : part)),
  );
}
