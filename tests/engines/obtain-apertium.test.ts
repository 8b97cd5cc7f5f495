/** Getting packages, with stand-ins for Debian's tools: which are called, with what, and what is left behind. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { obtainPackages } from '../../scripts/project/debian.ts';
import { releaseName } from '../../scripts/engines/apertium/installation.ts';
import { obtainApertium } from '../../scripts/engines/obtain-apertium.ts';

let folder: string;
let notes: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossa-packages-'));
  mkdirSync(join(folder, 'bin'));
  notes = [];
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** A program in the only folder of PATH before the system's own; logs its arguments. */
function program(name: string, script: string): void {
  const path = join(folder, 'bin', name);
  writeFileSync(path, `#!/bin/sh\necho "${name} $*" >> '${folder}/log'\n${script}\n`);
  chmodSync(path, 0o755);
}

const log = (): readonly string[] =>
  readFileSync(join(folder, 'log'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith('--version'))
    .map((line) => line.replaceAll(/ -o \S+/g, ''));

const obtain = (packages: readonly string[]): Promise<string | undefined> =>
  obtainPackages(packages, {
    variables: { ...process.env, PATH: `${folder}/bin:/usr/bin:/bin` },
    unpacked: join(folder, 'cache', 'debian-12-x64'),
    note: (line) => notes.push(line),
  });

/** This test runs as root or not: the tools and the user are stand-ins. */
const user = (id: number): void => {
  vi.spyOn(process, 'getuid').mockReturnValue(id);
};

/** A mirror that has all packages once the lists are in the cache, or always. */
function mirror(always: boolean): void {
  const known = always ? 'true' : `case "$*" in *Dir::State::lists=*) true;; *) false;; esac`;
  program(
    'apt-get',
    `for word; do case "$word" in update|install|download|--version) verb=$word;; esac; done
case "$verb" in
  install) if ${known}; then echo 'Inst alpha (1.0)'; echo 'Inst libalpha (2:3.0)'; else echo 'E: Unable to locate package alpha'; exit 100; fi;;
  download) : > alpha_1.0_all.deb; : > libalpha_2%3a3.0_amd64.deb;;
esac`,
  );
  program('dpkg', `[ "$1" = -x ] && mkdir -p "$3/usr/share" && echo "$2" >> "$3/usr/share/list"; true`);
}

describe('with rights', () => {
  it('installs', async () => {
    user(0);
    mirror(true);
    expect(await obtain(['alpha'])).toBeUndefined();
    expect(log().at(-1)).toBe('apt-get install -y --no-install-recommends alpha');
    expect(notes.at(-1)).toBe('installing alpha (apt-get install)');
    expect(existsSync(join(folder, 'cache'))).toBe(false);
  });

  it('refreshes lists that do not know the package, and says why it fails', async () => {
    user(0);
    program('apt-get', `case "$*" in *install*) echo 'E: Unable to locate package alpha' >&2; exit 100;; esac`);
    program('dpkg', '');
    expect(await obtain(['alpha'])).toBe('apt-get failed: E: Unable to locate package alpha');
    expect(log().slice(-2)).toEqual(['apt-get update', 'apt-get install -y --no-install-recommends alpha']);
  });

  it('goes through sudo where that needs no password', async () => {
    user(1000);
    mirror(true);
    program('sudo', `[ "$2" = true ] || { shift 3; exec "$@"; }`);
    expect(await obtain(['alpha'])).toBeUndefined();
    expect(log().at(-1)).toBe('apt-get install -y --no-install-recommends alpha');
  });
});

describe('without rights', () => {
  beforeEach(() => {
    user(1000);
    program('sudo', 'exit 1');
  });

  it.each([true, false])('unpacks what is missing into the cache (package lists known: %s)', async (known) => {
    mirror(known);
    expect(await obtain(['alpha'])).toBeUndefined();
    const unpacked = join(folder, 'cache', 'debian-12-x64');
    expect(readFileSync(join(unpacked, 'usr/share/list'), 'utf8')).toMatch(/alpha_1.0_all.deb\n.*libalpha/);
    expect(JSON.parse(readFileSync(join(unpacked, 'packages.json'), 'utf8'))).toEqual({
      requested: ['alpha'],
      installed: { alpha: '1.0', libalpha: '2:3.0' },
    });
    expect(readdirSync(join(folder, 'cache'))).toEqual(['debian-12-x64']);
    expect(log().includes('apt-get update')).toBe(!known);

    expect(await obtain(['beta'])).toBeUndefined();
    expect(log()).toContain('apt-get install -s --no-install-recommends alpha beta');
    expect(readdirSync(join(folder, 'cache'))).toEqual(['debian-12-x64']);
  });

  it('leaves nothing behind when it fails', async () => {
    program('apt-get', `case "$*" in *--version*) ;; *) echo 'E: no network' >&2; exit 100;; esac`);
    program('dpkg', '');
    expect(await obtain(['alpha'])).toBe('apt-get update failed: E: no network');
    expect(readdirSync(join(folder, 'cache'))).toEqual([]);
  });
});

describe('obtainApertium', () => {
  const environment = (variables: Record<string, string>): Parameters<typeof obtainApertium>[2] => ({
    variables,
    sharedCache: join(folder, 'cache'),
    note: (line) => notes.push(line),
  });

  it('does nothing when all is there, switched off, or of no use', async () => {
    const path = process.env['PATH'] ?? '';
    expect(await obtainApertium('en', ['de'], environment({ PATH: path }))).toEqual([]);
    expect(await obtainApertium('en', ['es'], environment({ PATH: '/nonexistent', GLOSSA_SETUP: '0' }))).toEqual([]);
    expect(notes).toEqual([]);
  });

  it('tells what the user can do where it cannot help', async () => {
    expect(await obtainApertium('en', ['es'], environment({ PATH: '/nonexistent' }))).toEqual([]);
    expect(notes.join('\n')).toMatch(
      /only Debian.*DEEPL_AUTH_KEY.*apt-get install apertium apertium-eng-spa.*GLOSSA_SETUP=0/s,
    );
  });

  it('knows a release by its name, version and architecture', () => {
    expect(releaseName('PRETTY_NAME="D"\nVERSION_ID="12"\nID=debian\n', 'x64')).toBe('debian-12-x64');
    expect(releaseName('ID="../../x"\n', 'arm64')).toBe('..-..-x-0-arm64');
  });
});
