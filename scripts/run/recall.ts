/** The memory's answers: what the project's own bundles already say. */
import type { Project } from './project.ts';
import type { Result, WorkItem } from './work-item.ts';

export async function recall(
  _project: Project,
  _work: ReadonlyMap<string, readonly WorkItem[]>,
): Promise<(item: WorkItem) => Extract<Result, { done: true }> | undefined> {
  return () => undefined;
}
