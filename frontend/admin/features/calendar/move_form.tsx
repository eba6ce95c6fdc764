import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { useFirstField } from '../../parts/first_field';
import { useBranch } from '../../session/branch';
import { instantAt, wallClockAt } from '../../session/wall_clock';
import { secondsOf } from './board_scale';
import type { Appointment, Profile } from './calendar_query';
import { NotifySwitch } from './notify_switch';
import type { Move } from './use_move';
import { calendarWords } from './words';
import { appointmentWords } from './appointment_words';

interface Props {
  appointment: Appointment;
  people: readonly Profile[];
  move: Move;
  onClose(): void;
}

/** Moves an appointment to a day, time and profile, without dragging. */
export function MoveForm({ appointment, people, move, onClose }: Props) {
  const t = useWords(appointmentWords);
  const calendar = useWords(calendarWords);
  const common = useWords(commonWords);
  const { timeZone } = useBranch();
  const form = useFirstField();
  const before = wallClockAt(appointment.start, timeZone);
  const [{ date, time }, setClock] = useState(before);
  const [staffId, setStaffId] = useState(appointment.staff.id);
  const [notifies, setNotifies] = useState(true);

  async function submit() {
    const name = people.find(({ id }) => id === staffId)?.displayName ?? '';
    // A time that comes twice in autumn stays the one it was.
    const start = date === before.date && time === before.time ? appointment.start : instantAt(date, time, timeZone);
    if (await move(appointment, { staffId, from: secondsOf(start) }, name, { notifiesCustomer: notifies })) {
      onClose();
    }
  }
  return (
    <form
      ref={form}
      aria-label={t.move}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        <SimpleGrid cols={2}>
          <TextInput type="date" required label={calendar.date} value={date} onChange={(event) => setClock({ date: event.currentTarget.value, time })} />
          <TextInput type="time" required label={t.time} value={time} onChange={(event) => setClock({ date, time: event.currentTarget.value })} />
        </SimpleGrid>
        <Choice
          label={calendar.person}
          value={staffId}
          otherwise={appointment.staff.displayName}
          data={people.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          onChange={(event) => setStaffId(event.currentTarget.value)}
        />
        {appointment.contact?.email && <NotifySwitch checked={notifies} onChange={setNotifies} />}
        <Group>
          <Button type="submit">{t.move}</Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
