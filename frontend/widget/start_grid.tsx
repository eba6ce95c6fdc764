import type { ComponentChildren } from 'preact';
import { useWidget } from './widget_context';
import { LocalTime } from './local_time';
import { type Day, partOf, type Start } from './days';

interface Props {
  day: Day;
  /** Part of the day and time of the start that waits for an answer. */
  taken: string;
  /** Returns the notice about a start of a part of the day, if there is one. */
  noticeAt(part: Part): ComponentChildren;
  onTake(part: Part, start: Start): void;
}

type Part = ReturnType<typeof partOf>;

/** The starts of a day, grouped into morning, afternoon and evening. */
export function StartGrid({ day: { date, starts }, taken, noticeAt, onTake }: Props) {
  const { t, format } = useWidget();
  return (
    <section aria-label={format.day(date)}>
      <p class="day-name" aria-live="polite">
        {format.day(date)}
      </p>
      {(['morning', 'afternoon', 'evening'] as const).map((part) => {
        const startsOfPart = starts.filter(({ at }) => partOf(format.hour(at)) === part);
        const notice = noticeAt(part);
        return (
          (startsOfPart.length > 0 || notice) && (
            <div key={part}>
              <h3>{t[part]}</h3>
              {notice}
              <div class="grid">
                {startsOfPart.map((start) => (
                  <button type="button" class="start" key={start.at} aria-busy={taken === `${part} ${start.at}`} onClick={() => onTake(part, start)}>
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
