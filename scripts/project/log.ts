/** What a run says on stderr: plain lines, and on a terminal one live line a language. */
import { asCalled } from './program.ts';

export interface Log {
  /** One line; kept on screen. */
  line(text: string): void;
  /** One line that is said even with --quiet. */
  error(text: string): void;
  /** How far one thing is (a language); redrawn in place on a terminal, else said at its end only. */
  progress(name: string, done: number, total: number): void;
  /** Takes the live lines away; call before printing a result. */
  close(): void;
}

/** Says nothing. */
export const silentLog: Log = { line: () => {}, error: () => {}, progress: () => {}, close: () => {} };

interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/**
 * Replaces characters that would drive a terminal (escape sequences in file names or text) or turn its text around, and
 * takes signs of commands apart that GitHub, Azure and TeamCity read anywhere in a line.
 */
export function printable(text: string): string {
  return asCalled(text)
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
    .replace(COMMAND, '# #');
}

const COMMAND = /##(?=\[|vso\[|teamcity\[)/gi;

/**
 * Text for one line of output, `printable`: what has line breaks (a file name, a key, a translation) begins no line of its
 * own, and no line begins with `::`, which GitHub and GitLab take for a command of the job.
 */
export function oneLine(text: string): string {
  return printable(text.replace(/\r\n|[\n\r\u2028\u2029]/g, ' ⏎ ')).replace(/^\s*::/, '\\::');
}

/** A JSON document as one that says the same, in which no text drives a terminal or a CI job. */
export function tameJson(document: string): string {
  return document
    .replace(
      /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replace(COMMAND, '#\\u0023');
}

/** @param quiet only errors are said. */
export function createLog(output: Output, quiet: boolean): Log {
  const live = new Map<string, { done: number; total: number }>();
  const terminal = output.isTTY === true && process.env['CI'] === undefined && process.env['TERM'] !== 'dumb';
  let drawn = 0;
  let lastDraw = 0;
  const erase = (): void => {
    if (drawn > 0) output.write(`\u001b[${drawn}A\u001b[0J`);
    drawn = 0;
  };
  const draw = (): void => {
    erase();
    const width = Math.max(10, Math.min(30, (output.columns ?? 80) - 30));
    for (const [name, { done, total }] of live) {
      const filled = total === 0 ? width : Math.round((done / total) * width);
      output.write(`  ${name.padEnd(8)} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total}\n`);
    }
    drawn = live.size;
  };
  const say = (text: string): void => {
    erase();
    output.write(`${oneLine(text)}\n`);
    if (terminal) draw();
  };
  return {
    line(text) {
      if (!quiet) say(text);
    },
    error: say,
    progress(name, done, total) {
      if (quiet) return;
      live.set(name, { done, total });
      if (!terminal) return;
      const now = performance.now();
      if (done !== total && now - lastDraw < 80) return;
      lastDraw = now;
      draw();
    },
    close() {
      erase();
      // Only now: a run finds more to do while it is at work.
      if (!terminal) for (const [name, { done, total }] of live) output.write(`${name}: ${done} of ${total} units\n`);
      live.clear();
    },
  };
}
