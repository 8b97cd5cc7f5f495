/** Everything that a real site has goes through the whole pipeline and comes back with only its words changed. */
import { describe, expect, it } from 'vitest';
import { articlesOf, siteFiles } from './site-project.ts';
import { temporaryProject } from '../commands/project-in-process.ts';

/** Generated articles, besides one of each kind that is written by hand. */
const ARTICLES = 12;

/** What no translation may touch, told by the text alone and not by the parsers under test. */
const PROTECTED: Readonly<Record<string, RegExp>> = {
  addresses: /https?:\/\/[^\s)>"'}\]⟧·]+|[\w.]+@[\w.]+\w/g,
  'link targets':
    /(?<!\\)\]\([^)\s]*(?=[)\s])|^\[[^\]^]+\]:\s*\S+|\b(?:href|src|action|data-url)=(?:"[^"]*"|'[^']*')/gim,
  'fenced code': /^(```|~~~~?)[^]*?^\1$/gm,
  'indented code': /^ {4}indented .*$/gm,
  'inline code': /``.*?``|(?<!\\)`[^`\n]+`/g,
  templates: /\{%[^]*?%\}|\{\{[^]*?\}\}|\{#[^]*?[#}]\}?|%\w\b|%\(\w+\)s/g,
  formulas: /\$\$[^]*?\$\$|\$[^\s$][^$\n]*[^\s$\d]\$/g,
  'ids and classes':
    /\b(?:id|class|className|name|for|value|width|data-[a-z]+|(?<!<html )lang)=(?:"[^"]*"|'[^']*'|\w+)/g,
  tags: /<\/?[a-zA-Z][\w-]*(?=[\s/>])(?!> now)/g,
  directives: /^:{2,4}\w*|:\w+(?=\[)/gm,
  'footnotes and tasks': /\[\^[\w-]+\]|^\s*[-*+] \[[ x]\]/gm,
  'modules and expressions':
    /^(?:import|export) [^]*?;$|onClick=\{.*?\}\)?\}|\{\/\*.*?\*\/\}|\{props\.name\}|\{saucerSize \+ 1\}/gm,
  comments: /<!--[^]*?-->|^# .*order$|# shown.*$/gm,
  'raw text': /<(style|script|pre)\b[^]*?<\/\1>/g,
};

/** What shortcodes and includes show to readers: words like any others. */
const SHOWN_WORDS = /((?:\{\{<|\{%) .*(?:alt|title)=)"[^"]*"/;

/** The names of front-matter fields, and the lines of those that are not to be translated. */
function frontMatter(text: string): string[] {
  const [head = ''] = /^(---|\+\+\+|;;;)\n[^]*?^\1$/m.exec(text) ?? [];
  const lines = head
    .split('\n')
    .filter((line) => !/^\s*(?:"?(?:title|description|alt)"?\b|A folded|that goes|⟦)/.test(line));
  return [...lines.map((line) => line.replace(/"seo".*/, '')), ...(head.match(/^\s*"?[\w-]+"?(?=\s*[:=])/gm) ?? [])];
}

function protectedParts(text: string): Record<string, readonly string[]> {
  const found = Object.entries(PROTECTED).map(([name, pattern]) => [
    name,
    (text.match(pattern) ?? []).map((part) => part.replaceAll(/\s+/g, ' ').replace(SHOWN_WORDS, '$1')),
  ]);
  return { ...Object.fromEntries(found), 'front matter': frontMatter(text) };
}

/** A page says its language itself: that, and nothing else, differs in a copy. */
function inSpanish(text: string): string {
  return text.replace('<html lang="en"', '<html lang="es"');
}

describe('a site of everything', () => {
  it('identity: each rendered article is its source, byte for byte', async () => {
    const files = siteFiles(ARTICLES, 'identity');
    const project = temporaryProject(Object.fromEntries(files));
    const { code, report } = await project.translate();
    expect(report.failed).toEqual([]);
    expect(code).toBe(0);
    for (const [name, text] of articlesOf(files))
      expect(project.read(`locales/es/${name}`), name).toBe(inSpanish(text));
  });

  it('identity: Windows line ends and a byte order mark come back, too', async () => {
    const files = new Map(
      [...siteFiles(2, 'identity')].map(([file, text]) => [
        file,
        file.startsWith('source/') ? `\ufeff${text.replaceAll('\n', '\r\n')}` : text,
      ]),
    );
    const project = temporaryProject(Object.fromEntries(files));
    const { code } = await project.translate();
    expect(code).toBe(0);
    for (const [name, text] of articlesOf(files))
      expect(project.read(`locales/es/${name}`), name).toBe(inSpanish(text));
    const before = project.snapshot('locales');
    expect((await project.translate()).report.requests).toBe(0);
    expect(project.snapshot('locales')).toEqual(before);
  });

  it('pseudo: no address, code, shortcode, id or front-matter key changes, and a second run does nothing', async () => {
    const files = siteFiles(ARTICLES, 'pseudo');
    const project = temporaryProject(Object.fromEntries(files));
    const { code, report } = await project.translate();
    expect(report.failed).toEqual([]);
    expect(code).toBe(0);
    const seen = new Set<string>();
    for (const [name, text] of articlesOf(files)) {
      const rendered = project.read(`locales/es/${name}`);
      expect(rendered, name).toContain('⟦');
      const parts = protectedParts(text);
      expect(protectedParts(rendered), name).toEqual(parts);
      for (const [kind, found] of Object.entries(parts)) if (found.length > 0) seen.add(kind);
    }
    expect([...seen].toSorted()).toEqual([...Object.keys(PROTECTED), 'front matter'].toSorted());

    const before = project.snapshot('locales');
    const again = await project.translate();
    expect(again.code).toBe(0);
    expect(again.report.requests).toBe(0);
    expect(project.snapshot('locales')).toEqual(before);
    const check = await project.run('check');
    expect(check.stdout).toBe('');
    expect(check.code).toBe(0);
  });

  it('pseudo: what a bundle renders to is what a run from scratch renders', async () => {
    const files = siteFiles(2, 'pseudo');
    const project = temporaryProject(Object.fromEntries(files));
    await project.translate();
    const articles = articlesOf(files).map(([name]) => `locales/it/${name}`);
    const before = articles.map((file) => project.read(file));
    for (const file of articles) project.remove(file);
    expect((await project.run('render')).code).toBe(0);
    expect(articles.map((file) => project.read(file))).toEqual(before);
  });
});
