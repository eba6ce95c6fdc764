import { Anchor, Drawer, Stack, Text } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { PersonName } from '../../parts/person_name';
import { VideoIcon } from '../../parts/video_icon';
import { useBranch } from '../../session/branch';
import { keepsCustomers, useSession } from '../../session/session';
import { AppointmentActions } from './appointment_actions';
import { AppointmentHistory } from './appointment_history';
import { type Appointment, customerNameOf, type Profile } from './calendar_query';
import { RoomActions } from './room_actions';
import { StartCall } from './start_call';
import type { Move } from './use_move';
import { calendarWords } from './words';

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
        <Stack>
          <Facts appointment={appointment} />
          {appointment.service.delivery === 'VIDEO' && appointment.status === 'CONFIRMED' && (
            <>
              <StartCall appointment={appointment} />
              <RoomActions appointment={appointment} />
            </>
          )}
          {appointment.status !== 'HELD' && <AppointmentActions key={appointment.id} appointment={appointment} people={people} move={move} onClose={onClose} />}
          <AppointmentHistory id={appointment.id} />
        </Stack>
      )}
    </Drawer>
  );
}

function Facts({ appointment }: { appointment: Appointment }) {
  const t = useWords(calendarWords);
  const format = useFormat();
  const session = useSession();
  const { timeZone } = useBranch();
  const { start, end, service, staff, status, contact, customer, note } = appointment;
  return (
    <Stack gap="xs">
      <Text fw={600}>
        {format.moment(start, timeZone)}–{format.time(end, timeZone)}
      </Text>
      <Text>
        {service.delivery === 'VIDEO' && (
          <>
            <VideoIcon /> {t.videoConsultation}:{' '}
          </>
        )}
        {service.name}
      </Text>
      <PersonName name={staff.displayName} color={staff.color} title={staff.title} />
      {status === 'HELD' && <Text>{t.held}</Text>}
      {customer && keepsCustomers(session) && (
        <Anchor component={Link} to={`/kunden/${customer.id}`}>
          {t.record(customer.name)}
        </Anchor>
      )}
      {contact?.email && <Anchor href={`mailto:${contact.email}`}>{contact.email}</Anchor>}
      {contact?.phone && <Anchor href={`tel:${contact.phone}`}>{contact.phone}</Anchor>}
      {contact?.email && !contact.confirmedAt && (
        <Text size="sm" c="dimmed">
          {t.unconfirmed}
        </Text>
      )}
      {note && (
        <Text>
          {t.note}: {note}
        </Text>
      )}
    </Stack>
  );
}
