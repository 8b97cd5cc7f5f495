/** @param number of the article; every fifth has an Italian word for a title over its English body. */
export function generateArticle(prose, number) {
    const sections = [
        lead(prose),
        listSection(prose),
        quoteSection(prose),
        codeSection(prose, number),
        tableSection(prose),
        htmlSection(prose),
        lastSection(prose, number),
    ];
    return [frontMatter(prose, number), ...sections].join('\n');
}
function frontMatter(prose, number) {
    const title = number % 5 === 0 ? 'Esosomi' : prose.label();
    return `---
# Kept by the editors: the order of the fields matters to them.
title: ${title}
description: "${prose.sentence()}"
author: &author ${prose.name()}
editor: *author
tags: [${prose.noun()}, ${prose.noun()}, ${prose.noun()}]
slug: ${prose.slug()}
draft: false
---
`;
}
function lead(prose) {
    return `${prose.paragraph(2)} The **${prose.thing()}** is *not* a ${prose.noun()}: run \`npm run ${prose.noun()}\` first. ${prose.sentence()}

${prose.paragraph(2)} Read [the ${prose.thing()}](https://example.org/${prose.slug()} "${prose.label()}") of {{product}}. ${prose.paragraph(2)}

![${prose.label()}](../images/${prose.slug()}.png)
`;
}
function listSection(prose) {
    return `## ${prose.label()}

${prose.paragraph(4)}

- ${prose.sentence()}
- ${prose.sentence()}
  - ${prose.label()}
  - the ${prose.thing()} with **${prose.noun()}**
- ${prose.sentence()}

1. ${prose.sentence()}
2. ${prose.sentence()}
   1. ${prose.label()}
   2. ${prose.label()}
`;
}
function quoteSection(prose) {
    return `## ${prose.label()}

> ${prose.sentence()}
> ${prose.sentence()}

${prose.paragraph(3)}

${prose.sentence()}\\
${prose.sentence()}

### ${prose.label()}

${prose.paragraph(2)} Use ***${prose.thing()}*** or ~~${prose.noun()}~~. ${prose.sentence()}
`;
}
function codeSection(prose, number) {
    return `## ${prose.label()}

${prose.paragraph(2)}

\`\`\`js
// ${prose.sentence()}
const ${prose.noun()} = await load('${prose.slug()}', { count: ${number} });
\`\`\`

${prose.paragraph(2)}

~~~sh
export TARGET=\${HOME}/${prose.slug()}
~~~

${prose.paragraph(2)}

    indented --${prose.noun()} ${prose.below(100)}
`;
}
function tableSection(prose) {
    const row = () => `| ${prose.label()} | a \\| ${prose.noun()} | ${prose.below(1000)} |`;
    return `## ${prose.label()}

| ${prose.label()} | ${prose.label()} | ${prose.noun()} |
| :--- | --- | ---: |
${row()}
${row()}
${row()}

${prose.paragraph(2)}
`;
}
function htmlSection(prose) {
    return `## ${prose.label()}

<div class="note" id="${prose.slug()}">
  <p>${prose.sentence()} <strong>${prose.label()}</strong></p>
</div>

Press <kbd>Ctrl</kbd> + <kbd>${prose.pick(['A', 'C', 'F', 'S'])}</kbd> to see the ${prose.thing()}. ${prose.paragraph(2)}

- [ ] ${prose.sentence()}
- [x] ${prose.sentence()}
`;
}
function lastSection(prose, number) {
    const note = `n${number}`;
    const label = `${prose.noun()} ${prose.noun()}`;
    return `## ${prose.label()}

${prose.paragraph(2)}[^${note}] See the [${label}] and [another ${prose.noun()}][guide], as %s says.

${prose.sentence()}  
${prose.sentence()}

${prose.paragraph(2)}

[^${note}]: ${prose.sentence()}

[${label}]: https://example.org/${prose.slug()}
[guide]: https://example.org/${prose.slug()} "${prose.label()}"
`;
}
