import { join } from 'node:path';
import { debianFiles } from '../debian-files.ts';
import type { Desk } from '../desk.ts';
import type { Build, Generator } from './generator.ts';
import { said } from './run.ts';

const HOME = `---
title: All about kites
linkTitle: Kites
description: What a kite needs
menus:
  main:
    weight: 10
---

Read [the guide]({{< ref "guide.md#hold-the-line" >}}) or jump to [the notes](#notes-for-you).

## Notes for you

{{% alert title="Mind the wind" color="warning" %}}
A strong wind needs a **short** line and \`two\` hands.
{{% /alert %}}

{{< figure src="kite.png" alt="A red kite" caption="Seen from below" >}}

{{< highlight go >}}
fly(kite)
{{< /highlight >}}

Term of art
: What it means, with \`code\` in it.

### A table

| Kite | Price |
| --- | ---: |
| Small one | 12 |

<details><summary>Open me</summary>Hidden words for the reader.</details>
`;

const GUIDE = `+++
title = "The guide"
weight = 2
+++

## Hold the line

Hold it well[^1]. Then go [home]({{< relref "_index.md#notes-for-you" >}}) or [down](#let-it-go).

[^1]: With gloves on.

> A quote that goes
> over two lines.

## Let it go {#let-it-go .wide}

1. Wait for wind.
2. Run.
   - And again.

\`\`\`toml
[params]
kite = "red"
\`\`\`
`;

/** Hugo of Debian, with layouts and shortcodes of its own. */
export const hugo: Generator = {
  name: 'hugo',
  files: {
    'hugo.toml':
      'baseURL = "/"\ntitle = "1"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n[markup.goldmark.renderer]\nunsafe = true\n[markup.goldmark.parser.attribute]\nblock = true\n',
    'layouts/_default/baseof.html':
      '<!doctype html><html><head><title>{{ .Title }}</title></head><body><main><h1>{{ .Title }}</h1><p>{{ .LinkTitle }}</p><p>{{ .Description }}</p>{{ .Content }}</main></body></html>\n',
    'layouts/_default/single.html': '{{ define "x" }}{{ end }}\n',
    'layouts/index.html': '{{ define "x" }}{{ end }}\n',
    'layouts/shortcodes/alert.html':
      '<div class="{{ .Get "color" }}">\n\n<strong>{{ .Get "title" }}</strong>\n\n{{ .Inner }}\n\n</div>\n',
  },
  pages: { '_index.md': HOME, 'guide.md': GUIDE },
  main: (tag) => tag === 'main',
  async obtain(desk: Desk): Promise<Build> {
    const program = join(await debianFiles('hugo', desk), 'usr/bin/hugo');
    const libraries: string[] = [];
    for (const name of ['libsass1', 'libwebp7']) libraries.push(await debianFiles(name, desk));
    const path = libraries.map((home) =>
      join(home, 'usr/lib', `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`),
    );
    return (root, pages, output) =>
      said([program, '--config', 'hugo.toml', '--contentDir', pages, '--destination', output], root, {
        LD_LIBRARY_PATH: path.join(':'),
      });
  },
};
