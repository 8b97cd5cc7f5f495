/** The sub-commands of the program `glossa`, its help and its completion. */

export interface ProgramCommand {
  readonly name: string;
  readonly help: string;
}

/** In the order in which they are met; each is the entry of its name. */
export const COMMANDS: readonly ProgramCommand[] = [
  { name: 'init', help: 'set a project up: finds its layout and languages, writes l10n.config.json' },
  { name: 'adopt', help: 'take over the translations that are there; --dry-run tells what would happen' },
  { name: 'translate', help: 'translate what is new or changed' },
  { name: 'check', help: 'the offline gate for CI' },
  { name: 'status', help: 'a table per language' },
  { name: 'review', help: 'the review page, or list, approve, reject from the shell' },
  { name: 'render', help: 'translated articles from bundles alone' },
  { name: 'sync', help: 'what CI runs: translate on a branch, open or update one request' },
  { name: 'glossary', help: 'check, push, suggest terms' },
  { name: 'evaluate', help: 'how good engines are on your texts, and how much people had to change' },
  { name: 'models', help: "Firefox's models: list, add, remove" },
  { name: 'worker', help: 'serve engines to a team: shared memory and queue on PostgreSQL' },
  { name: 'export', help: 'translations for other tools' },
  { name: 'import', help: 'translations and terms from other tools' },
];

export function programHelp(): string {
  const rows = COMMANDS.map(({ name, help }) => `  ${name.padEnd(12)}${help}`);
  return [
    'glossa COMMAND [options]',
    '',
    'Turns articles and UI strings into reviewed translations that live in git.',
    '',
    ...rows,
    `  ${'completion'.padEnd(12)}bash, zsh or fish: completion of commands for your shell`,
    '',
    'Examples:',
    '  npx glossa init                    begin in a project, with or without translations',
    '  npx glossa adopt --dry-run         what would be taken over, and what is missing',
    '  npx glossa translate --dry-run     what would be sent to which engine',
    '  npx glossa translate --to es,it',
    '  npx glossa check --format github',
    '  source <(npx glossa completion bash)',
    '',
    'glossa COMMAND --help lists the options of a command.',
  ].join('\n');
}

/** A script for a shell; for one that is not known, bash's. */
export function completion(shell: string): string {
  const names = COMMANDS.map(({ name }) => name).join(' ');
  if (shell === 'zsh') return `#compdef glossa\ncompdef '_arguments "1:command:(${names})" "*:file:_files"' glossa`;
  if (shell === 'fish')
    return COMMANDS.map(
      ({ name, help }) => `complete -c glossa -n __fish_use_subcommand -f -a ${name} -d ${JSON.stringify(help)}`,
    ).join('\n');
  return [
    '_glossa() {',
    '  local word="${COMP_WORDS[COMP_CWORD]}"',
    `  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${names}" -- "$word"));`,
    '  else COMPREPLY=($(compgen -f -- "$word")); fi',
    '}',
    'complete -F _glossa glossa',
  ].join('\n');
}
