import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useLiveQuery } from '../../api/live_query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Answer, Page } from '../../parts/page';
import { useAskedNew } from '../../parts/use_asked_new';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';
import { addDays } from '../../session/wall_clock';
import { StrandedNotice } from '../needs_you';
import { rosterQuery } from './calendar_query';
import { useCalendarSearch } from './calendar_search';
import { DayPlan } from './day_plan';
import { NewAppointment } from './new_appointment';
import type { Start } from './new_appointment_form';
import { useAppointments } from './use_appointments';
import { calendarWords } from './words';

/** The calendar: one day of the branch. */
export function CalendarPage() {
  const t = useWords(calendarWords);
  const format = useFormat();
  const branch = useBranch();
  const { day, customerId, show } = useCalendarSearch();
  const roster = useLiveQuery(rosterQuery, { branchId: branch.id, day });
  const appointments = useAppointments(branch.id, day);
  const [start, setStart] = useState<Start | undefined>(customerId ? {} : undefined);
  const toToday = () => show({ datum: today(branch.timeZone) });

  useHotkeys([
    ['n', () => setStart({})],
    ['t', toToday],
  ]);
  useAskedNew('/kalender', () => setStart({}));

  const answer = {
    data: roster.data && appointments.data && { day: roster.data.roster[0], appointments: appointments.data },
    failed: roster.failed || appointments.failed,
    retry() {
      roster.retry();
      appointments.retry();
    },
  };
  return (
    <Page
      title={format.day(day)}
      windowTitle={t.title}
      actions={
        <>
          <ActionIcon variant="default" size={36} aria-label={t.previousDay} onClick={() => show({ datum: addDays(day, -1) })}>
            <IconChevronLeft size={18} aria-hidden="true" />
          </ActionIcon>
          <Button variant="default" onClick={toToday}>
            {t.today}
          </Button>
          <ActionIcon variant="default" size={36} aria-label={t.nextDay} onClick={() => show({ datum: addDays(day, 1) })}>
            <IconChevronRight size={18} aria-hidden="true" />
          </ActionIcon>
          <TextInput
            type="date"
            aria-label={t.date}
            value={day}
            onChange={({ currentTarget: { value } }) => value && show({ datum: value })}
          />
          <Button onClick={() => setStart({})}>{t.newAppointment}</Button>
        </>
      }
    >
      <StrandedNotice />
      <Answer of={answer}>
        {(known) => known.day && <DayPlan key={day} day={known.day} appointments={known.appointments} onFree={setStart} />}
      </Answer>
      {start && (
        <NewAppointment
          day={day}
          start={start}
          staff={roster.data?.roster[0]?.staff.map(({ profile }) => profile) ?? []}
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
