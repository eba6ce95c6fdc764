import { otherTimesWords } from './other_times_words';
import { useWidget } from './widget_context';

interface Props {
  day: string;
  /** Display name of the chosen profile. */
  staff: string | undefined;
  /** The next free days before and after it. */
  neighbors: readonly string[];
  onChoose(date: string): void;
}

/** Says that the chosen day has no start, and offers the free days next to it. */
export function NothingOnDay({ day, staff, neighbors, onChoose }: Props) {
  const { format, language } = useWidget();
  const t = otherTimesWords[language];
  const text = staff ? t.nothingWith(format.day(day), staff) : t.nothingOn(format.day(day));
  return (
    <>
      <output>
        <span key={text}>{text}</span>
      </output>
      {neighbors.map((date) => (
        <button type="button" class="plain" key={date} onClick={() => onChoose(date)}>
          {format.day(date)}
        </button>
      ))}
    </>
  );
}
