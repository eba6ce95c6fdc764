import { Text } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useCategories } from '../../api/catalog';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { useBranch } from '../../session/branch';
import { isManager, keepsCustomers, useSession } from '../../session/session';
import { useStranded } from '../needs_you';
import { AppointmentPanel } from './appointment_panel';
import { decidedToday } from './asked_today';
import { Board } from './board';
import { BoardLookContext } from './board_look';
import { scaleOf } from './board_scale';
import type { Appointment, Day } from './calendar_query';
import { useCalendarSearch } from './calendar_search';
import { CalendarToolbar } from './calendar_toolbar';
import { columnsOf, peopleOf, placed } from './columns';
import type { Dropped } from './drop_question';
import { Legend } from './legend';
import type { Start } from './new_appointment_form';
import { PrintSheet } from './print_sheet';
import { useColoring } from './use_coloring';
import { useMove } from './use_move';
import { usePrinting } from './use_printing';
import { calendarWords } from './words';

const BlockTime = lazy(() => import('./block_time'));
const DropQuestion = lazy(() => import('./drop_question'));
const MoveQuestion = lazy(() => import('./move_question'));

interface Props {
  /** One day, or the seven of a week. */
  days: readonly Day[];
  appointments: readonly Appointment[];
  /** Called when a free time is clicked. */
  onFree(start: Start): void;
  /** Shows the day or week before (-1) or after (1). */
  onStep(step: 1 | -1): void;
}

/** Screens with room for one column only. */
const narrow = '(width < 640px)';

/** The board of a day or a week with its toolbar and the panel of an appointment. */
export function DayPlan({ days, appointments, onFree, onStep }: Props) {
  const t = useWords(calendarWords);
  const { view, day, open, person, chosenPeople, chosenCategories, show } = useCalendarSearch();
  const { move, moving, question, said, dismiss } = useMove();
  const session = useSession();
  const { timeZone } = useBranch();
  const stranded = useStranded();
  const categories = useCategories().data?.nodes;
  const [coloring, setColoring] = useColoring();
  const [dropped, setDropped] = useState<Dropped>();
  const [isBlocking, setBlocking] = useState(false);
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false }) ?? false;
  const isWeek = view === 'woche';
  const mayBlock = keepsCustomers(session);
  const columns = useMemo(
    () => columnsOf(days, appointments.map((appointment) => placed(appointment, moving.get(appointment))), timeZone),
    [days, appointments, moving, timeZone],
  );
  const people = useMemo(() => peopleOf(columns), [columns]);
  const isKnown = people.some(({ id }) => id === person);
  const first = isNarrow ? people[0]?.id : undefined;
  const alone = isWeek ? (person ?? first) : isNarrow && isKnown ? person : first; // the week was read for that person only
  const shown = useMemo(() => {
    const filtered = chosenPeople.filter((id) => people.some((one) => one.id === id));
    const chosen = columns.filter(({ profile: { id } }) => (alone === undefined ? filtered.length === 0 || filtered.includes(id) : id === alone));
    // In the week of the salon, who has nothing to do on a day takes no room.
    const busy = chosen.filter(({ working, absences, appointments: own }) => working.length + absences.length + own.length > 0);
    return isWeek && alone === undefined && people.length > 1 && busy.length > 0 ? busy : chosen;
    // oxlint-disable-next-line react/exhaustive-deps -- the list is new with every render
  }, [columns, people, alone, isWeek, chosenPeople.join(',')]);
  const look = useMemo(
    () => ({ coloring, categoryIds: categories?.map(({ id }) => id) ?? [], chosenCategories, stranded }),
    // oxlint-disable-next-line react/exhaustive-deps
    [coloring, categories, chosenCategories.join(','), stranded],
  );
  const { printed, print } = usePrinting(shown);
  useHotkeys([['b', () => mayBlock && setBlocking(true)]]);

  if (columns.length === 0) {
    return <Empty title={t.nobody}>{isManager(session) && <Text>{t.nobodyHint}</Text>}</Empty>;
  }
  const opened = appointments.find(({ id }) => id === open);
  const onBoard = shown.flatMap((column) => column.appointments.map(({ appointment }) => appointment));
  const standOut = onBoard.filter(({ service }) => chosenCategories.length === 0 || chosenCategories.includes(service.category.id));
  const used = [...new Map(onBoard.filter(({ service }) => service.delivery !== 'VIDEO').map(({ service: { category } }) => [category.id, category])).values()];

  function step(over: 'hours' | 'heads', by: 1 | -1) {
    const index = people.findIndex(({ id }) => id === alone);
    if (over === 'heads') {
      show({ person: people[(index + by + people.length) % people.length]?.id });
    } else {
      onStep(by);
    }
  }
  return (
    <BoardLookContext value={look}>
      <output className="visually-hidden">{said}</output>
      <CalendarToolbar
        people={people}
        categories={categories ?? []}
        alone={alone}
        isNarrow={isNarrow}
        counts={{ shown: standOut.length, all: appointments.length }}
        coloring={coloring}
        onColoring={setColoring}
        onBlock={() => setBlocking(true)}
        onPrint={(staffId) => print(staffId === undefined ? shown : columns.filter(({ profile }) => profile.id === staffId))}
      />
      {shown.length === 0 && <Empty title={t.nobodyChosen} />}
      <Board
        scale={scaleOf(columns)}
        columns={shown}
        {...(isWeek && { weekOf: day })}
        onOpen={(id) => show({ termin: id })}
        onMove={(appointment, place, staffName) => void move(appointment, place, staffName)}
        onDrop={(appointment, place, staffName) => {
          const decided = decidedToday(timeZone);
          if (decided) {
            void move(appointment, place, staffName, decided);
          } else {
            setDropped({ appointment, place, staffName });
          }
        }}
        onFree={onFree}
        {...(isNarrow && !isWeek && { onSwipe: step })}
      />
      <Legend coloring={coloring} people={peopleOf(shown)} categories={used} categoryIds={look.categoryIds} />
      <Text size="sm" c="dimmed" visibleFrom="md">
        {t.hint}
      </Text>
      <AppointmentPanel appointment={opened} people={people} move={move} onClose={() => show({ termin: undefined })} />
      {printed.length > 0 && <PrintSheet columns={printed} />}
      <Suspense>
        {isBlocking && <BlockTime day={day} people={people} staffId={alone} onClose={() => setBlocking(false)} />}
        {dropped && (
          <DropQuestion
            dropped={dropped}
            onClose={() => setDropped(undefined)}
            onMove={(notifiesCustomer) => void move(dropped.appointment, dropped.place, dropped.staffName, { notifiesCustomer })}
          />
        )}
        {question && (
          <MoveQuestion
            question={question}
            onClose={dismiss}
            onConfirm={() => void move(question.appointment, question.place, question.staffName, { override: true, notifiesCustomer: question.notifiesCustomer })}
          />
        )}
      </Suspense>
    </BoardLookContext>
  );
}
