import { symlinkSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../desk.ts';
import type { Build, Generator } from './generator.ts';
import { npmPackages } from './npm-packages.ts';
import { said } from './run.ts';

const INDEX = `---
title: All about kites
description: What a kite needs
---

# All about kites

Read [the guide](./guide.md#hold-the-line) or jump to [the notes](#notes-for-you).

[[toc]]

## Notes for you

::: warning Mind the wind
A strong wind needs a **short** line and \`two\` hands.
:::

::: details More of it
Hidden words with [a link](./guide#let-it-go).
:::

> [!TIP] Do it so
> \`npm start\` comes first. Then some text.

\`\`\`js{1}
fly(kite)
\`\`\`

Two and two is {{ 2 + 2 }} <Badge type="tip" text="New thing" />. :tada:

<div class="card">
  <p>A card with <a href="./guide">a link</a>.</p>
</div>

| Kite | Price |
| --- | ---: |
| Small one | 12 |
`;

const GUIDE = `# The guide

## Hold the line

Hold it well. Then go [home](./index.md#notes-for-you) or [down](#let-it-go).

## Let it go {#let-it-go}

<script setup>
const open = true
</script>

1. Wait for wind.
2. Run <span v-if="open" @click="open">and run</span> again.
`;

/** VitePress of npm with its own theme. */
export const vitepress: Generator = {
  name: 'vitepress',
  files: {
    'package.json': '{"private": true, "type": "module"}',
    '.vitepress/config.mjs':
      "export default { title: '1', srcDir: process.env.PAGES, outDir: process.env.OUTPUT, cacheDir: process.env.OUTPUT + '.cache', ignoreDeadLinks: false };\n",
  },
  pages: { 'index.md': INDEX, 'guide.md': GUIDE },
  main: (_, classes) => classes.includes('vp-doc'),
  async obtain(desk: Desk): Promise<Build> {
    const modules = await npmPackages('vitepress', { vitepress: '1.6.4' }, desk);
    return (root, pages, output) => {
      if (!existsSync(join(root, 'node_modules'))) symlinkSync(modules, join(root, 'node_modules'));
      const program = join(modules, 'vitepress/bin/vitepress.js');
      return said([process.execPath, program, 'build', '.'], root, { PAGES: pages, OUTPUT: output });
    };
  },
};
