import type { CSSProperties } from 'react';
import { useWords } from '../../language/words';
import { VideoIcon } from '../../parts/video_icon';
import type { Profile } from './calendar_query';
import block from './appointment_block.module.css';
import { type Coloring, hueOf, type Paint } from './coloring';
import styles from './legend.module.css';
import { calendarWords } from './words';

interface Props {
  coloring: Coloring;
  /** The profiles on the board. */
  people: readonly Profile[];
  /** The categories of the appointments on the board, and the order of all. */
  categories: readonly { id: string; name: string }[];
  categoryIds: readonly string[];
}

/** The most names of profiles: the heads of the columns show each color, too. */
const most = 12;

/** What the colors of the board mean. */
export function Legend({ coloring, people, categories, categoryIds }: Props) {
  const t = useWords(calendarWords);
  const entries: { name: string; paint: Paint }[] = {
    status: () => [
      { name: t.confirmed, paint: { tone: 'plain' } as const },
      { name: t.completed, paint: { tone: 'completed' } as const },
      { name: t.noShow, paint: { tone: 'missed' } as const },
    ],
    person: () => people.slice(0, most).map(({ displayName, color }) => ({ name: displayName, paint: { tone: 'person', color } as const })),
    category: () =>
      categories.map(({ id, name }) => {
        const hue = hueOf(id, categoryIds);
        return { name, paint: hue === undefined ? ({ tone: 'other' } as const) : ({ tone: 'hue', hue } as const) };
      }),
  }[coloring]();
  return (
    <ul className={styles.legend} aria-label={t.legend}>
      {entries.map(({ name, paint: { tone, hue, color } }) => (
        <li key={name} className={styles.entry}>
          <span className={`${block.block} ${styles.swatch}`} data-tone={tone} style={{ '--hue': hue, '--person': color } as CSSProperties} />
          {name}
        </li>
      ))}
      <li className={styles.entry}>
        <span className={`${block.block} ${styles.swatch}`} data-tone="video" />
        <VideoIcon /> {t.videoConsultation}
      </li>
    </ul>
  );
}
