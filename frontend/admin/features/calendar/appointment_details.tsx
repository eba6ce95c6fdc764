import { Stack } from '@mantine/core';
import { Suspense } from 'react';
import { useWords } from '../../language/words';
import { KeptPhotos } from '../photos';
import { OfferOf } from '../rearranging';
import { AppointmentActions } from './appointment_actions';
import { AppointmentHead } from './appointment_head';
import { AppointmentHistory } from './appointment_history';
import { appointmentWords } from './appointment_words';
import { type Appointment, customerNameOf, type Profile } from './calendar_query';
import { CustomerCard } from './customer_card';
import { JoinLink } from './join_link';
import { RoomActions } from './room_actions';
import { StartCall } from './start_call';
import type { Move } from './use_move';

interface Props {
  appointment: Appointment;
  people: readonly Profile[];
  move: Move;
  onClose(): void;
}

/** What the panel of an appointment shows, loaded when the first one is opened. */
export default function AppointmentDetails({ appointment, people, move, onClose }: Props) {
  const t = useWords(appointmentWords);
  return (
    <Stack>
      <AppointmentHead appointment={appointment} />
      <Suspense>
        <OfferOf appointmentId={appointment.id} />
      </Suspense>
      {appointment.service.delivery === 'VIDEO' && appointment.status === 'CONFIRMED' && (
        <>
          <StartCall appointment={appointment} />
          <RoomActions appointment={appointment} />
          <JoinLink appointmentId={appointment.id} />
        </>
      )}
      <CustomerCard appointment={appointment} />
      <KeptPhotos appointmentId={appointment.id} name={customerNameOf(appointment) || t.customer} />
      {appointment.status !== 'HELD' && <AppointmentActions appointment={appointment} people={people} move={move} onClose={onClose} />}
      <AppointmentHistory id={appointment.id} />
    </Stack>
  );
}
