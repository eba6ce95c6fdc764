import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { OutcomeChoice, roomAdmit, useNow } from '../calendar';
import { useAnnouncement, useRoom } from './room_context';
import type { Stay } from './use_stay';
import { roomWords } from './words';

/** What there is to say instead of a call, and what one can do. */
function Notice({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  useAnnouncement(title);
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Title order={2}>{title}</Title>
        <Text>{text}</Text>
        {children}
      </Stack>
    </Card>
  );
}

/** The call goes on, and this device is not in it. */
export function OutsideView({ stay }: { stay: Stay }) {
  const t = useWords(roomWords);
  const { name } = useRoom();
  return (
    <Notice title={t.outside} text={t.outsideHint(name)}>
      <Group>
        <Button loading={stay.isEntering} onClick={() => stay.enter()}>
          {t.return}
        </Button>
      </Group>
    </Notice>
  );
}

/** Another device of the salon is in the room. */
export function ElsewhereView({ isReplaced, stay }: { isReplaced: boolean; stay: Stay }) {
  const t = useWords(roomWords);
  return (
    <Notice title={isReplaced ? t.replaced : t.elsewhere} text={isReplaced ? t.replacedHint : t.elsewhereHint}>
      <Group>
        <Button loading={stay.isEntering} onClick={() => stay.enter(true)}>
          {isReplaced ? t.takeBack : t.takeOver}
        </Button>
      </Group>
    </Notice>
  );
}

/** The call has ended. It may begin again until the room closes. */
export function EndedView() {
  const t = useWords(roomWords);
  const change = useChange();
  const now = useNow();
  const { room, appointment } = useRoom();
  const { appointmentId, endedAt, closesAt } = room;
  const mayReopen = endedAt !== null && appointment.status === 'CONFIRMED' && now < Date.parse(closesAt) / 1000;
  return (
    <Notice title={t.ended} text={t.endedHint}>
      {mayReopen && (
        <Group>
          <Button variant="default" onClick={() => void change(roomAdmit, { input: { appointmentId } })}>
            {t.reopen}
          </Button>
        </Group>
      )}
      {Date.parse(room.start) / 1000 <= now && <OutcomeChoice appointment={appointment} />}
    </Notice>
  );
}

/** The appointment was cancelled. */
export function CancelledView() {
  const t = useWords(roomWords);
  return <Notice title={t.cancelled} text={t.cancelledHint} />;
}
