import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../desk.ts';
import type { Build, Generator } from './generator.ts';
import { npmPackages } from './npm-packages.ts';
import { said } from './run.ts';

const INDEX = `---
title: All about kites
description: What a kite needs
sidebar:
  label: Kites at a glance
---

import { Card, CardGrid, Tabs, TabItem } from '@astrojs/starlight/components';

Read [the guide](/guide/#hold-the-line) or jump to [the notes](#notes-for-you).

## Notes for you

:::caution[Mind the wind]
A strong wind needs a **short** line and \`two\` hands.
:::

<CardGrid>
  <Card title="A red kite" icon="star">
    Seen from below, with *emphasis*.
  </Card>
</CardGrid>

<Tabs>
  <TabItem label="On land">Run with it.</TabItem>
  <TabItem label="At sea">Hold it.</TabItem>
</Tabs>

\`\`\`js
fly(kite)
\`\`\`
`;

const GUIDE = `---
title: The guide
---

## Hold the line

Hold it well. Then go [home](/#notes-for-you) or [down](#let-it-go).

> A quote that goes
> over two lines.

## Let it go

1. Wait for wind.
2. Run.

<details>
<summary>Open me</summary>
Hidden words for the reader.
</details>
`;

/** Astro's Starlight of npm. */
export const starlight: Generator = {
  name: 'starlight',
  files: {
    'package.json': '{"private": true, "type": "module"}',
    'astro.config.mjs':
      "import starlight from '@astrojs/starlight';\nexport default { telemetry: false, outDir: process.env.OUTPUT, integrations: [starlight({ title: '1', pagefind: false })] };\n",
    'src/content.config.ts':
      "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
  },
  pages: { 'index.mdx': INDEX, 'guide.md': GUIDE },
  main: (_, classes) => classes.includes('sl-markdown-content'),
  async obtain(desk: Desk): Promise<Build> {
    const modules = await npmPackages('starlight', { astro: '5.18.2', '@astrojs/starlight': '0.36.3' }, desk);
    return async (root, pages, output) => {
      // Beside its packages: Vite follows links, and then two names of one file are two files.
      const work = mkdtempSync(join(modules, '../site-'));
      try {
        for (const file of Object.keys(starlight.files)) cpSync(join(root, file), join(work, file));
        const content = join(work, 'src/content/docs');
        cpSync(join(root, pages), content, { recursive: true, filter: (path) => !path.endsWith('.json') });
        const variables = { OUTPUT: output, ASTRO_TELEMETRY_DISABLED: '1' };
        return await said([process.execPath, join(modules, 'astro/astro.js'), 'build'], work, variables);
      } finally {
        rmSync(work, { recursive: true, force: true });
      }
    };
  },
};
