import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debianFiles } from '../debian-files.ts';
import type { Desk } from '../desk.ts';
import type { Build, Generator } from './generator.ts';
import { said } from './run.ts';

const PACKAGES = [
  'mkdocs python3-markdown python3-jinja2 python3-markupsafe python3-click python3-yaml python3-importlib-metadata',
  'python3-zipp python3-more-itertools python3-mergedeep python3-packaging python3-pyyaml-env-tag python3-watchdog',
  'ghp-import python3-dateutil python3-six python3-babel python3-livereload python3-tornado',
].join(' ');

const INDEX = `---
title: All about kites
---

# All about kites { #kites }

Read [the guide](guide.md#hold-the-line) or jump to [the notes](#notes-for-you).

[TOC]

## Notes for you

!!! note "Mind the wind"

    A strong wind needs a **short** line and \`two\` hands.

!!! tip "Stay safe"
    Nobody flies a kite in a storm.

!!! warning ""
    Keep away from trees.

| Kite | Price |
| --- | ---: |
| Small one | 12 |
| \`code\` | see [below](#a-list) |

### A list

- First thing
- Second thing with \`code\`

    \`\`\` python
    fly(kite)
    \`\`\`

Term of art
:   What it means, with *emphasis*.

<div class="card">
  <p>A card with <a href="guide/">a link</a>.</p>
</div>

*[HTML]: Hyper Text Markup Language
`;

const GUIDE = `# The guide

## Hold the line

Hold it well[^1]. Then go [home](index.md#notes-for-you), or [up](#the-guide).
{: .lead }

[^1]: With gloves on.

> A quote that goes
> over two lines.

## Let it go

1. Wait for wind.
2. Run.

![A red kite](kite.png "Seen from below")
`;

/** MkDocs of Debian, with Python-Markdown's own extensions and a bare theme. */
export const mkdocs: Generator = {
  name: 'mkdocs',
  files: {
    'theme/main.html':
      '<!doctype html><html><head><title>{{ page.title }}</title></head><body><main>{{ page.content }}</main></body></html>\n',
    'mkdocs.yml': `site_name: "1"
theme: { name: null, custom_dir: theme }
plugins: []
strict: false
markdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, md_in_html, meta, tables, fenced_code, toc]
`,
  },
  pages: { 'index.md': INDEX, 'guide.md': GUIDE, 'kite.png': '' },
  main: (tag) => tag === 'main',
  async obtain(desk: Desk): Promise<Build> {
    const homes: string[] = [];
    for (const name of PACKAGES.split(' ')) homes.push(await debianFiles(name, desk));
    const path = homes.map((home) => join(home, 'usr/lib/python3/dist-packages')).join(':');
    return (root, pages, output) => {
      const file = join(root, `mkdocs-${pages.replace('/', '-')}.yml`);
      writeFileSync(file, `INHERIT: mkdocs.yml\ndocs_dir: ${pages}\n`);
      return said(['python3', '-m', 'mkdocs', 'build', '-f', file, '-d', output], root, { PYTHONPATH: path });
    };
  },
};
