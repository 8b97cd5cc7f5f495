import { Worker } from 'node:worker_threads';
import { threadFile } from '../../project/program-files.ts';
import type { Job, JobAnswer } from './worker-messages.ts';

/** After so many breakdowns with no answer between them it is the model, not the text. */
const BREAKDOWNS = 3;

/** Threads that translate one text at a time each. */
export interface TranslationThreads {
  /** Never rejects: what goes wrong is in the answer. A job whose thread dies gets a second try on a new one. */
  translate(job: Job): Promise<JobAnswer>;
  close(): Promise<void>;
}

interface Waiting {
  readonly job: Job;
  readonly answer: (answer: JobAnswer) => void;
  tries: number;
}

/** @param count threads at most; each is started when there is work for it. */
export function translationThreads(count: number): TranslationThreads {
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  let closed = false;
  let breakdowns = 0;

  function next(): void {
    while (queue.length > 0 && (idle.length > 0 || all.size < count)) {
      const waiting = queue.shift();
      if (waiting !== undefined) give(waiting, idle.pop() ?? start());
    }
  }

  function start(): Worker {
    // A panic is printed by the engine; it is reported otherwise.
    const worker = new Worker(threadFile('engines/firefox/worker'), { stdout: true, stderr: true });
    // Waiting for work keeps no run alive; a job does, see below.
    worker.unref();
    all.add(worker);
    // One that dies while it waits is only forgotten.
    worker.on('error', () => forget(worker)).on('exit', () => forget(worker));
    return worker;
  }

  function forget(worker: Worker): void {
    all.delete(worker);
    const index = idle.indexOf(worker);
    if (index >= 0) idle.splice(index, 1);
  }

  function give(waiting: Waiting, worker: Worker): void {
    const lost = (reason: string) => {
      stop();
      forget(worker);
      void worker.terminate();
      breakdowns++;
      if (closed || breakdowns >= BREAKDOWNS) waiting.answer({ unusable: reason });
      else if (++waiting.tries > 1) waiting.answer({ broken: reason });
      else queue.unshift(waiting);
      next();
    };
    const onMessage = (answer: JobAnswer) => {
      if ('broken' in answer) return lost(answer.broken);
      stop();
      if ('text' in answer) breakdowns = 0;
      worker.unref();
      idle.push(worker);
      waiting.answer(answer);
      next();
    };
    const onError = (error: Error) => lost(error.message);
    const onExit = () => lost('its thread ended');
    const stop = () => worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.ref();
    worker.postMessage(waiting.job);
  }

  return {
    translate: (job) =>
      new Promise((answer) => {
        queue.push({ job, answer, tries: 0 });
        next();
      }),
    async close() {
      closed = true;
      for (const { answer } of queue.splice(0)) answer({ unusable: 'the run is over' });
      await Promise.all([...all].map((worker) => worker.terminate()));
      all.clear();
      idle.length = 0;
    },
  };
}
