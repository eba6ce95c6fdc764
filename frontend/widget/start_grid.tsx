import { useWidget } from './widget_context';
import { LocalTime } from './local_time';
import { type Day, partOf, type Start } from './days';

interface Props {
  day: Day;
  onTake(start: Start): void;
}

/** The starts of a day, grouped into morning, afternoon and evening. */
export function StartGrid({ day: { date, starts }, onTake }: Props) {
  const { t, format } = useWidget();
  return (
    <section aria-label={format.day(date)}>
      <p class="day-name" aria-live="polite">
        {format.day(date)}
      </p>
      {(['morning', 'afternoon', 'evening'] as const).map((part) => {
        const startsOfPart = starts.filter(({ at }) => partOf(format.hour(at)) === part);
        return (
          startsOfPart.length > 0 && (
            <div key={part}>
              <h3>{t[part]}</h3>
              <div class="grid">
                {startsOfPart.map((start) => (
                  <button type="button" class="start" key={start.at} onClick={() => onTake(start)}>
                    {format.time(start.at)}
                    <LocalTime at={start.at} />
                  </button>
                ))}
              </div>
            </div>
          )
        );
      })}
    </section>
  );
}
