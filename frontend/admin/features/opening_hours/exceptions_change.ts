import { useApi } from '../../api/api';
import { type Outcome, send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import type { Interval } from '../../parts/intervals';
import { useBranch } from '../../session/branch';
import { type Exception, exceptionRemove, exceptionSet } from './opening_hours_query';
import { openingHoursWords } from './words';

/** The hours and the reason of an exception. */
export interface Exceptional {
  intervals: readonly Interval[];
  reason: string;
}

/** Returns functions that set exceptions and remove one, with undo. */
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

  /** Restores the previous exceptions of the dates. */
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
    /** Sets the same exception on all dates. It stops at the first refusal and returns its message. */
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
