import { BaseSequencer, type TestSpecification } from 'vitest/node';

const slow = /accessibility|book\.test|admin_calendar/;

/** Starts the files that take longest first, so that both workers end at about the same time. */
export class StartSlowFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => Number(slow.test(b.moduleId)) - Number(slow.test(a.moduleId))));
  }
}
