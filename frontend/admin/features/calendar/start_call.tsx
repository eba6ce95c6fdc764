import { Button, Text } from '@mantine/core';
import { staffCallOpensBefore } from '../../../limits';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { VideoIcon } from '../../parts/video_icon';
import { useBranch } from '../../session/branch';
import { instantOf, secondsOf } from './board_scale';
import { closesAt, isWaiting, type RoomEntry } from './room_entry';
import { useNow } from './use_now';
import { appointmentWords } from './appointment_words';

/** Opens the video room, from ten minutes before the start until an hour after the end, since a call may overrun; earlier if the customer waits. */
export function StartCall({ appointment }: { appointment: RoomEntry & { roomUrl: string | null } }) {
  const t = useWords(appointmentWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const now = useNow();
  const { start, roomUrl, roomIsOwn } = appointment;
  const opens = secondsOf(start) - staffCallOpensBefore;
  if (now > closesAt(appointment)) {
    return null;
  }
  if (!roomUrl) {
    return <Text>{t.withoutRoom}</Text>;
  }
  if (now < opens && !isWaiting(appointment)) {
    return (
      <Text size="sm" c="dimmed">
        {t.roomHint(format.time(instantOf(opens), timeZone))}
      </Text>
    );
  }
  return (
    <Button component="a" href={roomUrl} target="_blank" rel="noopener noreferrer" leftSection={<VideoIcon />}>
      {roomIsOwn ? t.openCall : t.startCall}
    </Button>
  );
}
