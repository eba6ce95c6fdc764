import { Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { useBranch } from '../../session/branch';
import { isManager, useSession } from '../../session/session';
import { AppointmentPanel } from './appointment_panel';
import { asksAboutDrops } from './asked_today';
import { Board } from './board';
import { scaleOf } from './board_scale';
import type { Appointment, Day } from './calendar_query';
import { useCalendarSearch } from './calendar_search';
import { columnsOf, placed } from './columns';
import type { Dropped } from './drop_question';
import type { Start } from './new_appointment_form';
import { PersonChoice } from './person_choice';
import { useMove } from './use_move';
import { calendarWords } from './words';

const DropQuestion = lazy(() => import('./drop_question'));
const MoveQuestion = lazy(() => import('./move_question'));

interface Props {
  day: Day;
  appointments: readonly Appointment[];
  /** Called when a free time is clicked. */
  onFree(start: Start): void;
}

/** Screens with room for one column only. */
const narrow = '(width < 640px)';

/** The board of a day with its appointment panel. */
export function DayPlan({ day, appointments, onFree }: Props) {
  const t = useWords(calendarWords);
  const { open, person, show } = useCalendarSearch();
  const { move, moving, question, said, dismiss } = useMove();
  const session = useSession();
  const { timeZone } = useBranch();
  const [dropped, setDropped] = useState<Dropped>();
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false });
  const columns = columnsOf(day, appointments.map((appointment) => placed(appointment, moving.get(appointment))));
  if (columns.length === 0) {
    return <Empty title={t.nobody}>{isManager(session) && <Text>{t.nobodyHint}</Text>}</Empty>;
  }
  const alone = columns.find(({ profile }) => profile.id === person) ?? columns[0];
  const shown = isNarrow && alone ? [alone] : columns;
  const opened = appointments.find(({ id }) => id === open);
  const people = columns.map(({ profile }) => profile);

  return (
    <>
      <output className="visually-hidden">{said}</output>
      {isNarrow && alone && <PersonChoice people={people} chosen={alone.profile.id} onChoose={(id) => show({ person: id })} />}
      <Board
        day={day}
        scale={scaleOf(day, appointments)}
        columns={shown}
        onOpen={(id) => show({ termin: id })}
        onMove={(appointment, place, staffName) => void move(appointment, place, staffName)}
        onDrop={(appointment, place, staffName) =>
          asksAboutDrops(timeZone) ? setDropped({ appointment, place, staffName }) : void move(appointment, place, staffName)
        }
        onFree={onFree}
      />
      <Text size="sm" c="dimmed" visibleFrom="md">
        {t.hint}
      </Text>
      <AppointmentPanel appointment={opened} people={people} move={move} onClose={() => show({ termin: undefined })} />
      <Suspense>
        {dropped && (
          <DropQuestion
            dropped={dropped}
            onClose={() => setDropped(undefined)}
            onMove={() => void move(dropped.appointment, dropped.place, dropped.staffName)}
          />
        )}
        {question && (
          <MoveQuestion
            question={question}
            onClose={dismiss}
            onConfirm={() => void move(question.appointment, question.place, question.staffName, true)}
          />
        )}
      </Suspense>
    </>
  );
}
