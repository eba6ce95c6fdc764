import { useApi } from '../../api/api';
import { isChangedMeanwhile, send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import type { Interval } from '../../parts/intervals';
import { useBranch } from '../../session/branch';
import { type Exception, exceptionRemove, exceptionsQuery, exceptionsSet } from './opening_hours_query';
import { openingHoursWords } from './words';

/** The hours and the reason of an exception. */
export interface Exceptional {
  intervals: readonly Interval[];
  reason: string;
}

/** The exceptions from a date on, which the page shows. */
export interface Shown {
  from: string;
  list: readonly Exception[];
}

/** Why exceptions were not saved. */
export interface Refusal {
  message: string;
  /** If another user has changed the exceptions meanwhile: what is saved of them, in words, and all that are known now. */
  meanwhile?: { now: string; known: readonly Exception[] };
}

/** Returns the version of the exception of a date; 0 if there is none. */
const versionOn = (list: readonly Exception[], date: string) => list.find((one) => one.date === date)?.version ?? 0;

const timesOf = (intervals: readonly Interval[]) => intervals.map(({ from, to }) => ({ from, to }));

/** Returns functions that set exceptions and remove one, each in one step with one undo. */
export function useExceptions() {
  const t = useWords(openingHoursWords);
  const format = useFormat();
  const { id: branchId } = useBranch();
  const { client } = useApi();
  const change = useChange();

  /** Restores the exceptions of the dates unless they have changed again. */
  function restore(dates: readonly string[], before: readonly Exception[], changed: readonly Exception[]) {
    const days = dates.map((date) => {
      const known = before.find((one) => one.date === date);
      const expectedVersion = versionOn(changed, date);
      return known
        ? { date, reason: known.reason, intervals: timesOf(known.intervals), expectedVersion }
        : { date, intervals: null, expectedVersion };
    });
    return send(client, exceptionsSet, { input: { branchId, days }, ...bounds(dates) });
  }

  return {
    /** Returns the exceptions of dates as the page has shown them, and earlier ones, which it reads now; undefined if it cannot. */
    async knownOf({ from, list }: Shown, dates: readonly string[]): Promise<readonly Exception[] | undefined> {
      const unseen = dates.filter((date) => date < from);
      if (unseen.length === 0) {
        return list;
      }
      const { data } = await client.query(exceptionsQuery, { branchId, ...bounds(unseen) }, { requestPolicy: 'network-only' }).toPromise();
      return data?.branch ? [...data.branch.openingExceptions, ...list] : undefined;
    },
    /** Sets the same exception on all dates unless other exceptions are saved than the known ones, which undo restores. */
    async set(known: readonly Exception[], dates: readonly string[], { intervals, reason }: Exceptional): Promise<Refusal | undefined> {
      const days = dates.map((date) => ({
        date,
        reason,
        intervals: timesOf(intervals),
        expectedVersion: versionOn(known, date),
      }));
      const outcome = await change(
        exceptionsSet,
        { input: { branchId, days }, ...bounds(dates) },
        {
          done: `${t.exceptions}: ${t.dates(dates.length)}`,
          undo: ({ branch }) => restore(dates, known, branch?.openingExceptions ?? []),
          fields: days.flatMap((_, index) => ['date', 'reason', 'intervals', 'expectedVersion'].map((field) => `days.${index}.${field}`)),
        },
      );
      if (outcome.done) {
        return undefined;
      }
      const message = outcome.errors[0]?.message ?? '';
      if (!isChangedMeanwhile(outcome)) {
        return { message };
      }
      const saved = outcome.payload?.branch?.openingExceptions ?? [];
      const changed = dates.filter((date) => versionOn(saved, date) !== versionOn(known, date));
      const texts = changed.map((date) => {
        const now = saved.find((one) => one.date === date);
        return `${format.shortDay(date)} ${now ? now.intervals.map(({ from, to }) => `${from}–${to}`).join(', ') || t.closed : t.asWeekly}`;
      });
      return { message, meanwhile: { now: texts.join('; '), known: [...known.filter(({ date }) => !dates.includes(date)), ...saved] } };
    },
    async remove(exception: Exception) {
      const { date, version } = exception;
      await change(
        exceptionRemove,
        { input: { branchId, date, expectedVersion: version } },
        { done: t.removed, undo: () => restore([date], [exception], []) },
      );
    },
  };
}

/** Returns the first and the last of several dates in order. */
const bounds = (dates: readonly string[]) => ({ from: dates[0] ?? '', to: dates.at(-1) ?? '' });
