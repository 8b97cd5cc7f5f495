import { enter } from './project/entry.ts';
import { describe } from './project/errors.ts';
import { writeOutput } from './locales/write-output.ts';
import { evaluate } from './commands/evaluate/index.ts';
import { evaluateExamples, evaluateOptions, readEvaluateOptions } from './commands/evaluate/options.ts';
import { askedLines, codeOf } from './commands/evaluate/asked.ts';
import { evaluationChart } from './commands/evaluate/chart.ts';
import { resultJson, resultTable } from './commands/evaluate/result.ts';

await enter({
  name: 'evaluate',
  summary:
    'Measures engines against translations by people: BLEU, chrF2, token edits; or, from git, how much people had to change of what engines drafted. Writes nothing into the project.',
  examples: evaluateExamples,
  options: evaluateOptions,
  async run(invocation) {
    const { log, json, print, signal } = invocation;
    const options = readEvaluateOptions(invocation);
    const { result, report } = await evaluate(invocation, options);
    log.close();
    for (const error of report.errors) log.error(`error: ${describe(error)}`);
    for (const line of askedLines(report, options.dryRun)) log.line(line);
    if (signal.aborted) return codeOf(report);
    if (options.chart !== undefined) await writeOutput(options.chart, evaluationChart(result));
    print(json ? resultJson(result) : resultTable(result));
    return codeOf(report);
  },
});
