import { useApi } from '../../api/api';
import { type Outcome, send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { useBranch } from '../../session/branch';
import { useWords } from '../../language/words';
import type { Interval } from '../../parts/intervals';
import { type Exception, exceptionRemove, exceptionSet } from './opening_hours_query';
import { openingHoursWords } from './words';

/** What an exception says of its dates. */
export interface Exceptional {
  intervals: readonly Interval[];
  reason: string;
}

/** Gives the ways to set exceptions on dates and to remove one, each with a way back to those that there were. */
export function useExceptions(known: readonly Exception[]) {
  const t = useWords(openingHoursWords);
  const { id: branchId } = useBranch();
  const { client } = useApi();
  const change = useChange();
  const inputOf = (date: string, { intervals, reason }: Exceptional) => ({
    branchId,
    date,
    reason,
    intervals: intervals.map(({ from, to }) => ({ from, to })),
  });

  /** Puts the dates back to what they were. */
  async function restore(dates: readonly string[]) {
    let last: Outcome<unknown> = { done: true, payload: undefined, stranded: 0 };
    for (const date of dates) {
      const before = known.find((one) => one.date === date);
      last = before
        ? await send(client, exceptionSet, { input: inputOf(date, before) })
        : await send(client, exceptionRemove, { input: { branchId, date } });
    }
    return last;
  }

  return {
    /** Sets the same on all dates; stops at the first that is refused, and gives the sentence that says why. */
    async set(dates: readonly string[], exceptional: Exceptional): Promise<string | undefined> {
      for (const [index, date] of dates.entries()) {
        const outcome = await change(
          exceptionSet,
          { input: inputOf(date, exceptional) },
          { done: `${t.exceptions}: ${t.dates(index + 1)}`, undo: () => restore(dates.slice(0, index + 1)), fields: ['date', 'reason', 'intervals'] },
        );
        if (!outcome.done) {
          return outcome.errors[0]?.message;
        }
      }
      return undefined;
    },
    async remove(date: string) {
      await change(exceptionRemove, { input: { branchId, date } }, { done: t.removed, undo: () => restore([date]) });
    },
  };
}
