import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { addStyles } from './add_styles';
import { ClockChoice } from './clock_choice';
import { DayChoice } from './day_choice';
import { lastOf, monthOf, type Part } from './days';
import { NothingOnDay } from './nothing_on_day';
import { Loading } from './notice';
import styles from './other_times.css?inline';
import { otherTimesWords } from './other_times_words';
import { StartGrid } from './start_grid';
import type { Starts } from './use_starts';
import { useWidget } from './widget_context';

interface Props {
  of: Starts;
  day: string;
  /** Starts of the day; undefined until they are known. */
  starts: readonly string[] | undefined;
  /** Display name of the chosen profile; undefined: anyone. */
  staff: string | undefined;
  /** Part of the day and time of the start that waits for an answer. */
  taken: string;
  /** Returns the notice about a start of a part of the day, if there is one. */
  noticeAt(part: Part): ComponentChildren;
  onMonth(month: string): void;
  onDay(date: string): void;
  onTake(part: Part, start: string): void;
}

/** The choice of a day and of one of its starts. */
export default function OtherTimes({ of: { days, today, last, isKnown, failed, neighbors }, day, starts, staff, taken, noticeAt, onMonth, onDay, onTake }: Props) {
  const { t, format, language } = useWidget();
  const groupRef = useRef<HTMLFieldSetElement>(null);
  const [month, setMonth] = useState<string>();
  const shown = month ?? monthOf(day);
  const lastShown = lastOf(shown);
  useLayoutEffect(() => addStyles(groupRef.current as Element, styles), []);
  function choose(date: string) {
    setMonth(undefined);
    onDay(date);
  }
  return (
    <>
      <h2>{otherTimesWords[language].later}</h2>
      <DayChoice
        month={shown}
        days={days}
        isKnown={isKnown(lastShown < last ? lastShown : last)}
        chosen={day}
        first={today}
        last={last}
        onMonth={(other) => {
          setMonth(other);
          onMonth(other);
        }}
        onChoose={choose}
      />
      <fieldset ref={groupRef} class="day-starts" aria-label={format.day(day)} aria-busy={!starts}>
        <p class="day-name" aria-live="polite">
          <span key={day}>{format.day(day)}</span>
        </p>
        {starts?.length === 0 && <NothingOnDay day={day} staff={staff} neighbors={neighbors} onChoose={choose} />}
        {starts ? <StartGrid starts={starts} taken={taken} noticeAt={noticeAt} onTake={onTake} /> : !failed && <Loading text={t.loading} />}
      </fieldset>
      {starts && (!format.knowsCustomerZone || starts.some(format.otherTime)) && <ClockChoice />}
    </>
  );
}
