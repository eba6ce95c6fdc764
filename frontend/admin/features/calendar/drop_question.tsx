import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { commonWords } from '../../language/common_words';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { askNoMoreToday } from './asked_today';
import { instantOf } from './board_scale';
import { type Appointment, customerNameOf } from './calendar_query';
import type { Place } from './columns';
import { NotifySwitch } from './notify_switch';
import { calendarWords } from './words';
import { appointmentWords } from './appointment_words';

/** An appointment that was dropped at another place. */
export interface Dropped {
  appointment: Appointment;
  place: Place;
  staffName: string;
}

interface Props {
  dropped: Dropped;
  onClose(): void;
  onMove(notifiesCustomer: boolean): void;
}

/** Asks before a drop moves an appointment and the customer is told. */
export default function DropQuestion({ dropped: { appointment, place, staffName }, onClose, onMove }: Props) {
  const t = useWords(appointmentWords);
  const calendar = useWords(calendarWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const [notifies, setNotifies] = useState(true);
  const [noMore, setNoMore] = useState(false);
  const at = (instant: string, name: string) => t.at(format.time(instant, timeZone), name);
  return (
    <Modal opened onClose={onClose} title={t.moveQuestion}>
      <Stack>
        <Text>
          {[customerNameOf(appointment) || calendar.anonymous, appointment.service.name].join(', ')}:{' '}
          {at(appointment.start, appointment.staff.displayName)} → <strong>{at(instantOf(place.from), staffName)}</strong>
        </Text>
        {appointment.contact?.email && <NotifySwitch checked={notifies} onChange={setNotifies} />}
        <Checkbox label={t.askNoMoreToday} checked={noMore} onChange={({ currentTarget: { checked } }) => setNoMore(checked)} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button
            data-autofocus
            onClick={() => {
              if (noMore) {
                askNoMoreToday(timeZone, { notifiesCustomer: notifies });
              }
              onClose();
              onMove(notifies);
            }}
          >
            {t.move}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
