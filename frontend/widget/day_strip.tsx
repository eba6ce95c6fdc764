import { useWidget } from './widget_context';
import type { Day } from './days';

interface Props {
  days: readonly Day[];
  chosen: string;
  onChoose(date: string): void;
}

/** The choice of a day. The dots indicate how many starts a day has. */
export function DayStrip({ days, chosen, onChoose }: Props) {
  const { t, format } = useWidget();
  return (
    <fieldset class="days" aria-label={t.day}>
      {days.map(({ date, starts }) => (
        <button
          type="button"
          class="day"
          key={date}
          aria-pressed={date === chosen}
          onClick={() => onChoose(date)}
        >
          <span class="hidden">
            {format.day(date)}, {t.starts(starts.length)}
          </span>
          <small aria-hidden="true">{format.weekday(date)}</small>
          <b aria-hidden="true">{format.dayOfMonth(date)}</b>
          <span class="dots" aria-hidden="true">{[0, 5, 10].map((more) => starts.length > more && <i key={more} />)}</span>
        </button>
      ))}
    </fieldset>
  );
}
