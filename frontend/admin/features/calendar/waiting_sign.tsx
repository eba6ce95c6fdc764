import { Text } from '@mantine/core';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { appointmentWords } from './appointment_words';
import { secondsOf } from './board_scale';
import { isWaiting, type RoomEntry } from './room_entry';
import { useNow } from './use_now';

type Presence = Pick<RoomEntry, 'customerWaitsSince' | 'customerLateUntil' | 'roomAdmittedAt'>;

/** Returns since when the customer of a video appointment waits, or when they come if they are late; empty if neither. */
export function useWaitingText(appointment: Presence): string {
  const t = useWords(appointmentWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const now = useNow();
  const { customerWaitsSince, customerLateUntil } = appointment;
  if (customerWaitsSince && isWaiting(appointment)) {
    return t.waits(Math.max(0, Math.floor((now - secondsOf(customerWaitsSince)) / 60)));
  }
  return customerLateUntil ? t.late(format.time(customerLateUntil, timeZone)) : '';
}

/** Since when the customer waits, or when they come; nothing if neither. */
export function WaitingSign({ appointment }: { appointment: Presence }) {
  const text = useWaitingText(appointment);
  return text && <Text fw={600}>{text}</Text>;
}

/** The same in a block of the board. */
export function WaitingWord({ appointment }: { appointment: Presence }) {
  const text = useWaitingText(appointment);
  return text && `${text} · `;
}
