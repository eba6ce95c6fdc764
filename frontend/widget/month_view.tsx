import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { addStyles } from './add_styles';
import type { FreeDay } from './api';
import { monthOf } from './days';
import { dateByKey, weeksOf } from './month_grid';
import styles from './month_view.css?inline';
import { otherTimesWords } from './other_times_words';
import { useDateParts } from './use_date_parts';
import { useWidget } from './widget_context';

export interface MonthViewProps {
  /** Month that is shown, such as 2026-11. */
  month: string;
  /** Free days of the month. */
  days: readonly FreeDay[];
  /** Whether the days of the month are known. */
  isKnown: boolean;
  chosen: string;
  /** First and last date that can be booked. */
  first: string;
  last: string;
  onMonth(month: string): void;
  onChoose(date: string): void;
  onClose(): void;
}

/** A calendar of a month, by the pattern of a date grid: one day is in the order of tabs, and keys lead to the others. */
export function MonthView({ month, days, isKnown, chosen, first, last, onMonth, onChoose, onClose }: MonthViewProps) {
  const { language, format, t } = useWidget();
  const parts = useDateParts();
  const own = otherTimesWords[language];
  const tableRef = useRef<HTMLTableElement>(null);
  const [walkedTo, setWalkedTo] = useState(chosen);
  const mustFocusRef = useRef(true);
  const weeks = weeksOf(month);
  const bookable = weeks.flat().filter((date) => monthOf(date) === month && date >= first && date <= last);
  // The one in the order of tabs.
  const current = bookable.includes(walkedTo) ? walkedTo : (days[0]?.date ?? bookable[0] ?? first);

  useLayoutEffect(() => addStyles(tableRef.current as Element, styles), []);
  useLayoutEffect(() => {
    if (mustFocusRef.current) {
      mustFocusRef.current = false;
      tableRef.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    }
  });

  function follow(event: KeyboardEvent) {
    const to = dateByKey(current, event);
    if (event.key === 'Escape') {
      onClose();
    } else if (!to) {
      return;
    } else {
      const date = to < first ? first : to > last ? last : to;
      mustFocusRef.current = true;
      setWalkedTo(date);
      if (monthOf(date) !== month) {
        onMonth(monthOf(date));
      }
    }
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table is the best grid
    <table ref={tableRef} role="grid" class="calendar" aria-label={parts.month(month)} aria-busy={!isKnown} onKeyDown={follow}>
      <thead>
        <tr>
          {weeks[0]?.map((date) => (
            <th key={date} scope="col" abbr={parts.weekdayName(date)}>
              {parts.weekday(date)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody key={month}>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((date) => {
              const count = days.find((day) => day.date === date)?.startCount;
              return (
                <td key={date}>
                  {monthOf(date) === month && (
                    <button
                      type="button"
                      tabIndex={date === current ? 0 : -1}
                      class={count ? 'free' : ''}
                      aria-disabled={!count}
                      aria-pressed={date === chosen}
                      aria-current={date === first ? 'date' : undefined}
                      aria-label={`${format.day(date)}, ${count ? own.starts(count) : isKnown ? own.nothing : t.loading}`}
                      onClick={() => count && onChoose(date)}
                      onFocus={() => setWalkedTo(date)}
                    >
                      {parts.dayOfMonth(date)}
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
