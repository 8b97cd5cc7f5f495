import type { Figure } from '../figure.ts';
import type { Workbench } from '../workbench.ts';

const ARTICLES = 2000;
const BARS = { identity: 12, pseudo: 20 } as const;

/** The whole way of 2,000 articles into one language: read, cut, translate, judge, render, write. */
export async function throughput(workbench: Workbench): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [engine, most] of Object.entries(BARS)) {
    const project = workbench.untranslated({ articles: ARTICLES, namespaces: 0, keys: 0, languages: ['de'] }, engine);
    const run = await project.run('translate');
    if (run.code !== 0) throw new Error(`translating with ${engine} ended with ${run.code}: ${run.stderr}`);
    const what = `${ARTICLES} articles with ${engine}`;
    figures.push(
      { figure: `${what}: CPU`, measured: run.cpuSeconds, unit: 's', most },
      { figure: `${what}: peak memory`, measured: run.peakMegabytes ?? 0, unit: 'MB', most: 300 },
    );
  }
  return figures;
}
