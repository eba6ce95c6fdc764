import { useSurroundings } from './widget_context';
import { OwnTime } from './local_time';
import { type Day, partOf, type Start } from './days';

interface Props {
  day: Day;
  onTake(start: Start): void;
}

/** The starts of a day: in the morning, in the afternoon, in the evening. */
export function StartGrid({ day: { date, starts }, onTake }: Props) {
  const { t, format } = useSurroundings();
  return (
    <section aria-label={format.day(date)}>
      <p class="day-name" aria-live="polite">
        {format.day(date)}
      </p>
      {(['morning', 'afternoon', 'evening'] as const).map((part) => {
        const own = starts.filter(({ at }) => partOf(format.hour(at)) === part);
        return (
          own.length > 0 && (
            <div key={part}>
              <h3>{t[part]}</h3>
              <div class="grid">
                {own.map((start) => (
                  <button type="button" class="start" key={start.at} onClick={() => onTake(start)}>
                    {format.time(start.at)}
                    <OwnTime at={start.at} />
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
