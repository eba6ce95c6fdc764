import { useRef, useState } from 'preact/hooks';
import { DayStrip } from './day_strip';
import { monthAfter, monthOf } from './days';
import { MonthView, type MonthViewProps } from './month_view';
import { otherTimesWords } from './other_times_words';
import { useDateParts } from './use_date_parts';
import { useWidget } from './widget_context';

/** How many days the strip has at least, if need be of further months. */
const fewestDays = 14;

type Props = Omit<MonthViewProps, 'onClose'>;

/** The choice of a day in a month: as a strip of the free days, in which the next month follows, or as a calendar. */
export function DayChoice({ month, days, isKnown, chosen, first, last, onMonth, onChoose }: Props) {
  const { language } = useWidget();
  const t = otherTimesWords[language];
  const name = useDateParts().month(month);
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  function close() {
    setOpen(false);
    toggle.current?.focus();
  }
  const daysOfMonth = days.filter(({ date }) => monthOf(date) === month);
  const daysOfStrip = days.filter(({ date }) => monthOf(date) >= month).filter(({ date }, index) => index < fewestDays || monthOf(date) === month);
  const arrow = (label: string, sign: string, months: number, isEnd: boolean) => (
    <button type="button" class="back" aria-label={label} aria-disabled={isEnd} onClick={() => isEnd || onMonth(monthAfter(month, months))}>
      {sign}
    </button>
  );
  return (
    <>
      <div class="months">
        {arrow(t.earlierMonth, '‹', -1, month <= monthOf(first))}
        <button ref={toggle} type="button" class="month" aria-expanded={isOpen} aria-label={`${name}, ${t.calendar}`} onClick={() => setOpen(!isOpen)}>
          <span key={month}>{name}</span>
        </button>
        {arrow(t.laterMonth, '›', 1, month >= monthOf(last))}
      </div>
      {isOpen ? (
        <MonthView
          month={month}
          days={daysOfMonth}
          isKnown={isKnown}
          chosen={chosen}
          first={first}
          last={last}
          onMonth={onMonth}
          onClose={close}
          onChoose={(date) => {
            close();
            onChoose(date);
          }}
        />
      ) : (
        <DayStrip month={month} days={daysOfStrip} isKnown={isKnown} chosen={chosen} onChoose={onChoose} />
      )}
    </>
  );
}
