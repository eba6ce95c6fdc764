import type { BookableStaff, Day, FreeDay, Service } from './api';
import { dateAfter, daysBetween } from './days';
import { operations } from './operations';
import { answerTo, type Question, useAnswers, useQuestions } from './use_answers';
import { useWidget } from './widget_context';

/** The days that are asked about at once: the server answers no more. */
const daysAtOnce = 92;

/** The days whose starts are asked for at once. */
const week = 7;

/** Secrets of the customer's own hold or appointment, whose start is offered to them. */
export interface OwnSecrets {
  holdSecret?: string | undefined;
  bookingSecret?: string | undefined;
}

/** What the customer looks at. */
interface Looked {
  /** ID of the chosen profile, who may not offer the service; undefined: anyone. */
  staffId: string | undefined;
  /** Chosen date. */
  day: string | undefined;
  /** Last date that is shown. */
  until: string | undefined;
}

/** Returns who offers a service, on which days it can be booked, and when. */
export function useStarts({ id }: Service, own: OwnSecrets, { staffId: preferred, day: chosen, until }: Looked) {
  const { branch, format } = useWidget();
  const answers = useAnswers();
  const questions: Question[] = [];
  function ask<Answer>(question: Question): Answer | undefined {
    questions.push(question);
    return answerTo(answers, question);
  }
  const today = format.today();
  const { horizonDays } = branch.bookingRules;
  const range = (first: number, count: number) => ({
    branchId: branch.id,
    serviceId: id,
    ...own,
    from: dateAfter(today, first),
    to: dateAfter(today, Math.min(first + count - 1, horizonDays)),
  });

  const staff = ask<BookableStaff[]>({ operation: operations.staff, variables: range(0, daysAtOnce) });
  const isOffered = staff ? staff.some((one) => one.staff.id === preferred) : preferred?.startsWith('stf_');
  const staffId = isOffered ? preferred : undefined;

  // Days of further months follow when they are shown, or when there is nothing before them.
  const shownDays = daysBetween(today, until ?? chosen ?? today);
  const days: FreeDay[] = [];
  let knownDays = 0;
  for (let first = 0; first <= horizonDays && (first <= shownDays || days.length === 0); first += daysAtOnce) {
    const some = ask<FreeDay[]>({ operation: operations.days, variables: { ...range(first, daysAtOnce), staffId, withStarts: false } });
    days.push(...(some ?? []));
    knownDays += some && knownDays === first ? daysAtOnce : 0;
    if (!some && days.length === 0) {
      break;
    }
  }

  const last = dateAfter(today, horizonDays);
  const day = chosen && chosen >= today && chosen <= last ? chosen : days[0]?.date;
  const startsOn = (date: string, isAhead?: boolean): Question => {
    const before = Math.floor(daysBetween(today, date) / week) * week;
    return { operation: operations.days, variables: { ...range(before, week), staffId, withStarts: true }, isAhead };
  };
  // What may be tapped next.
  const neighbors = day ? [days.filter(({ date }) => date < day).slice(-1), days.filter(({ date }) => date > day).slice(0, 1)].flat().map(({ date }) => date) : [];
  questions.push(startsOn(day ?? today, !day), ...[...neighbors, ...days.slice(0, 1).map(({ date }) => date)].map((date) => startsOn(date, true)));

  return {
    staff,
    /** ID of the chosen profile; undefined: anyone. */
    staffId,
    days,
    day,
    /** The free days before and after the day. */
    neighbors,
    /** Returns the starts on a date; undefined until they are known. */
    startsOf(date: string): string[] | undefined {
      const some = answerTo<Day[]>(answers, startsOn(date));
      return some && (some.find((one) => one.date === date)?.starts ?? []);
    },
    today,
    last,
    /** Reports whether the free days until a date are known. */
    isKnown: (date: string) => daysBetween(today, date) < knownDays,
    failed: useQuestions(answers, questions),
    askAgain: answers.askAgain,
  };
}

export type Starts = ReturnType<typeof useStarts>;
