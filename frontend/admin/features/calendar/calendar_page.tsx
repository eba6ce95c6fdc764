import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useLiveQuery } from '../../api/live_query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Answer, Page } from '../../parts/page';
import { useAskedNew } from '../../parts/use_asked_new';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';
import { addDays } from '../../session/wall_clock';
import { FirstStepsNotice } from '../first_day';
import { StrandedNotice } from '../needs_you';
import { mondayOf } from '../work_plan';
import styles from './calendar_page.module.css';
import { type Profile, rosterQuery } from './calendar_query';
import { useCalendarSearch } from './calendar_search';
import { DayPlan } from './day_plan';
import { NewAppointment } from './new_appointment';
import type { Start } from './new_appointment_form';
import { useAppointments } from './use_appointments';
import { calendarWords } from './words';

/** The calendar: one day or one week of the branch. */
export function CalendarPage() {
  const t = useWords(calendarWords);
  const format = useFormat();
  const branch = useBranch();
  const { view, day, isDayChosen, person, customerId, show } = useCalendarSearch();
  const isWeek = view === 'woche';
  const from = isWeek ? mondayOf(day) : day;
  const to = isWeek ? addDays(from, 6) : day;
  const roster = useLiveQuery(rosterQuery, { branchId: branch.id, from, to });
  const appointments = useAppointments(branch.id, { from, to, staffIds: isWeek && person ? [person] : null });
  const [start, setStart] = useState<Start | undefined>(customerId ? {} : undefined);
  const toToday = () => show({ datum: today(branch.timeZone) });
  const step = (by: number) => show({ datum: addDays(day, isWeek ? 7 * by : by) });

  useHotkeys([
    ['n', () => setStart({})],
    ['t', toToday],
    ['d', () => show({ ansicht: 'tag' })],
    ['w', () => show({ ansicht: 'woche' })],
  ]);
  useAskedNew('/kalender', () => setStart({}));

  // The roster of the former days stays until the present one is there.
  const days = roster.data?.roster[0]?.date === from && roster.data.roster.at(-1)?.date === to ? roster.data.roster : undefined;
  const answer = {
    data: days && appointments.data && { days, appointments: appointments.data },
    failed: roster.failed || appointments.failed,
    retry() {
      roster.retry();
      appointments.retry();
    },
  };
  return (
    <Page
      title={isWeek ? `${format.shortDay(from)} – ${format.date(to)}` : format.day(day)}
      windowTitle={t.title}
      actions={
        <>
          <ActionIcon variant="default" size={36} aria-label={isWeek ? t.previousWeek : t.previousDay} onClick={() => step(-1)}>
            <IconChevronLeft size={18} aria-hidden="true" />
          </ActionIcon>
          <Button variant="default" onClick={toToday}>
            {t.today}
          </Button>
          <ActionIcon variant="default" size={36} aria-label={isWeek ? t.nextWeek : t.nextDay} onClick={() => step(1)}>
            <IconChevronRight size={18} aria-hidden="true" />
          </ActionIcon>
          <TextInput
            type="date"
            aria-label={t.date}
            value={day}
            onChange={({ currentTarget: { value } }) => value && show({ datum: value })}
          />
          <Button className={styles.add} onClick={() => setStart({})}>
            <IconPlus className={styles.plus} size={24} aria-hidden="true" />
            <span className={styles.label}>{t.newAppointment}</span>
          </Button>
        </>
      }
    >
      <FirstStepsNotice />
      <StrandedNotice />
      <Answer of={answer}>
        {(known) => <DayPlan key={`${from} ${to}`} days={known.days} appointments={known.appointments} onFree={setStart} onStep={step} />}
      </Answer>
      {start && (
        <NewAppointment
          day={start.date ?? day}
          isDayChosen={isDayChosen || start.date !== undefined}
          start={start}
          staff={everyoneIn(roster.data?.roster ?? [])}
          customerId={customerId}
          onClose={() => {
            setStart(undefined);
            if (customerId) {
              show({ kunde: undefined });
            }
          }}
        />
      )}
    </Page>
  );
}

/** Returns the profiles of a roster, which are the same on each day. */
const everyoneIn = ([first]: readonly { staff: readonly { profile: Profile }[] }[]): Profile[] => first?.staff.map(({ profile }) => profile) ?? [];
