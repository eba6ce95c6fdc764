import type { ComponentChildren } from 'preact';
import { useWidget } from './widget_context';
import { LocalTime } from './local_time';
import { type Part, partOf } from './days';
import { otherTimesWords } from './other_times_words';

interface Props {
  /** In order. */
  starts: readonly string[];
  /** Part of the day and time of the start that waits for an answer. */
  taken: string;
  /** Returns the notice about a start of a part of the day, if there is one. */
  noticeAt(part: Part): ComponentChildren;
  onTake(part: Part, start: string): void;
}

const parts: readonly Part[] = ['morning', 'afternoon', 'evening'];

/** The starts of a day, grouped into morning, afternoon and evening, which fold. */
export function StartGrid({ starts, taken, noticeAt, onTake }: Props) {
  const { language, format } = useWidget();
  const startsOf = (part: Part) => starts.filter((at) => partOf(format.hour(at)) === part);
  // By the customer's clock, the salon's evening may be the morning after.
  // oxlint-disable-next-line unicorn/no-array-sort -- Safari before 16 has no toSorted
  const inOrder = [...parts].sort((a, b) => (startsOf(a)[0] ?? '').localeCompare(startsOf(b)[0] ?? ''));
  return (
    <>
      {inOrder.map((part) => {
        const startsOfPart = startsOf(part);
        const notice = noticeAt(part);
        return (
          (startsOfPart.length > 0 || notice) && (
            <details key={part} class="part" open>
              <summary>
                <h3>{otherTimesWords[language][part]}</h3>
              </summary>
              {notice}
              <div class="grid">
                {startsOfPart.map((at) => (
                  <button type="button" class="start" key={format.time(at) + at} aria-busy={taken === `${part} ${at}`} onClick={() => onTake(part, at)}>
                    {format.time(at)}
                    <LocalTime at={at} />
                  </button>
                ))}
              </div>
            </details>
          )
        );
      })}
    </>
  );
}
