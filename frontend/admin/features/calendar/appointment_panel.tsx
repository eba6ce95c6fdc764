import { Drawer, Skeleton } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useWords } from '../../language/words';
import { type Appointment, customerNameOf, type Profile } from './calendar_query';
import type { Move } from './use_move';
import { calendarWords } from './words';

const AppointmentDetails = lazy(() => import('./appointment_details'));

interface Props {
  /** Undefined closes the panel. */
  appointment: Appointment | undefined;
  people: readonly Profile[];
  move: Move;
  onClose(): void;
}

/** The details of an appointment, with its actions. */
export function AppointmentPanel({ appointment, people, move, onClose }: Props) {
  const t = useWords(calendarWords);
  // After a move or its undo the focused button is gone, and the focus is nowhere.
  useWindowEvent('keydown', ({ key, target }) => key === 'Escape' && target === document.body && appointment && onClose());
  return (
    <Drawer
      opened={appointment !== undefined}
      onClose={onClose}
      position="right"
      closeOnEscape={false}
      // Handled here, so that Escape in a dialog above leaves the panel open.
      onKeyDown={({ key, currentTarget, target }) => key === 'Escape' && currentTarget.contains(target as Node) && onClose()}
      title={(appointment && customerNameOf(appointment)) || t.appointment}
    >
      {appointment && (
        <Suspense fallback={<Skeleton height={120} />}>
          <AppointmentDetails key={appointment.id} appointment={appointment} people={people} move={move} onClose={onClose} />
        </Suspense>
      )}
    </Drawer>
  );
}
