import { Button, Group, Stack, Text } from '@mantine/core';
import { now as clock } from '../../../environment/clock';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { roomAdmit, roomDelay } from './appointment_changes';
import { secondsOf } from './board_scale';
import { actionsAt, longerDelay, type RoomEntry } from './room_entry';
import { useNow } from './use_now';
import { WaitingSign } from './waiting_sign';
import { appointmentWords } from './appointment_words';

/** Shows when the customer may enter the room, lets the customer in, or delays the call. */
export function RoomActions({ appointment }: { appointment: RoomEntry & { id: string } }) {
  const t = useWords(appointmentWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const { client } = useApi();
  const change = useChange();
  const now = useNow();
  const { id, roomOpensAt, roomAdmittedAt, roomDelayedUntil, roomEndedAt } = appointment;
  const { canAdmit, canDelay, canUndo } = actionsAt(now, appointment);
  const time = (instant: string) => format.time(instant, timeZone);

  const plan = { input: { appointmentId: id, minutes: 0 } };
  const undo = () => send(client, roomDelay, plan);
  let about: string | undefined;
  if (roomEndedAt) {
    about = t.callEnded(time(roomEndedAt));
  } else if (roomDelayedUntil) {
    about = t.delayed(time(roomDelayedUntil));
  } else if (roomAdmittedAt) {
    about = t.admitted(time(roomAdmittedAt));
  } else if (roomOpensAt && now < secondsOf(roomOpensAt)) {
    about = t.opensAt(time(roomOpensAt));
  }
  return (
    <Stack gap="xs">
      <WaitingSign appointment={appointment} />
      {about && (
        <Text size="sm" c="dimmed">
          {about}
        </Text>
      )}
      {(canAdmit || canDelay || canUndo) && (
        <Group gap="xs">
          {canAdmit && (
            <Button variant="light" onClick={() => void change(roomAdmit, { input: { appointmentId: id } }, { undo })}>
              {t.admit}
            </Button>
          )}
          {canDelay && (
            <Button
              variant="default"
              onClick={() => void change(roomDelay, { input: { appointmentId: id, minutes: longerDelay(clock() / 1000, appointment) } }, { undo })}
            >
              {t.fiveMinutesLater}
            </Button>
          )}
          {canUndo && (
            <Button variant="subtle" onClick={() => void change(roomDelay, plan)}>
              {t.plan}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}
