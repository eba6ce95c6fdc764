import { ColorSwatch } from '@mantine/core';
import { Suspense } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { StaffMenu } from '../rearranging';
import { workPlanWords } from '../work_plan';
import styles from './board.module.css';
import type { Column } from './columns';
import { calendarWords } from './words';

interface Props {
  column: Column;
  /** Its place among all columns, from 0. */
  index: number;
  /** Whether columns are of several days. */
  isWeek: boolean;
  isToday: boolean;
}

/** The head of a column: who, when, how many appointments, and an absence that lasts all day. */
export function ColumnHead({ column: { profile, date, appointments, absences }, index, isWeek, isToday }: Props) {
  const t = useWords(calendarWords);
  const kinds = useWords(workPlanWords).kinds;
  const format = useFormat();
  const absent = absences.filter(({ isAllDay }) => isAllDay).map(({ absence }) => kinds[absence.kind]);
  const isIll = absences.some(({ isAllDay, absence }) => isAllDay && absence.kind === 'SICK');
  const about = isWeek ? [t.count(appointments.length)] : [profile.title, t.count(appointments.length)];
  return (
    <div className={styles.head} style={{ gridColumn: index + 2 }} data-today={isWeek && isToday}>
      <ColorSwatch color={profile.color} size={12} withShadow={false} flex="none" />
      <div className={styles.who}>
        {isWeek && <span className={styles.day}>{format.shortDay(date)}</span>}
        <h2 className={styles.name}>{profile.displayName}</h2>
        <span className={styles.about}>{[...absent, ...about].filter(Boolean).join(' · ')}</span>
      </div>
      <Suspense>
        <StaffMenu staffId={profile.id} name={profile.displayName} day={date} isIll={isIll} />
      </Suspense>
    </div>
  );
}
