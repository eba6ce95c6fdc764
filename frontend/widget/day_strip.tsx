import { Fragment } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FreeDay } from './api';
import { monthOf } from './days';
import { otherTimesWords } from './other_times_words';
import { useDateParts } from './use_date_parts';
import { useWidget } from './widget_context';

interface Props {
  /** Month that is shown, such as 2026-11. */
  month: string;
  /** Free days from this month on. */
  days: readonly FreeDay[];
  isKnown: boolean;
  chosen: string;
  onChoose(date: string): void;
}

/** The choice of a free day. The dots indicate how many starts a day has. */
export function DayStrip({ month, days, isKnown, chosen, onChoose }: Props) {
  const { t: common, language, format } = useWidget();
  const parts = useDateParts();
  const t = otherTimesWords[language];
  const stripRef = useRef<HTMLFieldSetElement>(null);
  const firstDate = days[0]?.date;
  // Not scrollIntoView, which would scroll the page around the widget, too.
  useLayoutEffect(() => {
    const strip = stripRef.current;
    const day = strip?.querySelector<HTMLElement>('[aria-pressed=true]');
    if (strip) {
      strip.scrollLeft = day ? day.offsetLeft - strip.offsetLeft - day.offsetWidth : 0;
    }
  }, [firstDate]);
  return (
    <fieldset ref={stripRef} class="days" aria-label={t.day}>
      {days.map(({ date, startCount }, index) => (
        <Fragment key={date}>
          {monthOf(date) !== monthOf(days[index - 1]?.date ?? month) && (
            <small class="next-month" aria-hidden="true">
              {parts.monthName(date)}
            </small>
          )}
          <button type="button" class="day" aria-pressed={date === chosen} onClick={() => onChoose(date)}>
            <span class="hidden">
              {format.day(date)}, {t.starts(startCount)}
            </span>
            <small aria-hidden="true">{parts.weekday(date)}</small>
            <b aria-hidden="true">{parts.dayOfMonth(date)}</b>
            <span class="dots" aria-hidden="true">{[0, 5, 10].map((more) => startCount > more && <i key={more} />)}</span>
          </button>
        </Fragment>
      ))}
      {days.length === 0 && <output key={isKnown}>{isKnown ? t.nothingInMonth : common.loading}</output>}
    </fieldset>
  );
}
