/** How Glossa was started: by npm in its own repository, or as the program `glossa` in somebody else's. */
import { PROGRAM_HOME } from './program-files.ts';

let isInstalled = false;

/** The program `glossa` says so before it runs a command. */
export function runAsProgram(): void {
  isInstalled = true;
}

/** The project where none is named: where the program was started, else this repository. */
export function defaultRoot(): string {
  return isInstalled ? process.cwd() : PROGRAM_HOME;
}

/** Texts name commands as npm scripts; whoever has the program reads how it is called. */
export function asCalled(text: string): string {
  return isInstalled
    ? text.replace(
        /npm run (?:-s )?(init|adopt|translate|check|status|review|render|sync|glossary|models|export|import|worker)\b(?: --(?= ))?/g,
        'npx glossa $1',
      )
    : text;
}
