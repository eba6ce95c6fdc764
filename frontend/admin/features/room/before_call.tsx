import { Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { useNow } from '../calendar';
import { Admission } from './admission';
import { DeviceChoice, DeviceProblems, LevelMeter } from './devices';
import { OwnPicture } from './pictures';
import styles from './room.module.css';
import { useAnnouncement, useObservable, useRoom } from './room_context';
import type { Room } from './room_query';
import { minutesSince } from './view';
import { roomWords } from './words';

/** Returns where the customer is, in words. */
export function useCustomerText({ customerWaitsSince, customerLateUntil }: Pick<Room, 'customerWaitsSince' | 'customerLateUntil'>, name: string, now: number): string {
  const t = useWords(roomWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  if (customerWaitsSince) {
    return t.waits(name, minutesSince(customerWaitsSince, now));
  }
  return customerLateUntil ? t.late(name, format.time(customerLateUntil, timeZone)) : t.notHere(name);
}

/** Whether the customer is there, and the own devices, before the customer is let in. */
export function BeforeCall() {
  const t = useWords(roomWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const { room, name, isRelayed } = useRoom();
  const { customerWaitsSince, customerLateUntil, delayedUntil, opensAt, state } = room;
  const now = useNow();
  const delayed = delayedUntil && Date.parse(delayedUntil) / 1000 > now ? t.delayed(format.time(delayedUntil, timeZone)) : '';
  // Without the minutes, which would be said again and again.
  useAnnouncement(customerWaitsSince ? t.waits(name, 0) : customerLateUntil ? t.late(name, format.time(customerLateUntil, timeZone)) : '');
  useAnnouncement(room.nextCustomerWaits ? t.nextWaits : '');
  return (
    <Stack>
      <Card withBorder>
        <Stack gap="sm">
          <Title order={2}>{useCustomerText(room, name, now)}</Title>
          {delayed && <Text>{delayed}</Text>}
          {state === 'CLOSED' && opensAt && !delayed && <Text>{t.opensAt(format.time(opensAt, timeZone))}</Text>}
          {state === 'OPEN' && <Text c="dimmed">{t.admitHint(name)}</Text>}
          {room.nextCustomerWaits && <Text fw={600}>{t.nextWaits}</Text>}
          <Admission />
        </Stack>
      </Card>
      <Preview />
      {!isRelayed && (
        <Text size="sm" c="dimmed">
          {t.unrelayed}
        </Text>
      )}
    </Stack>
  );
}

/** The own picture and sound, before anybody else has them. */
function Preview() {
  const t = useWords(roomWords);
  const { media } = useRoom();
  const { picture, sound, camera } = useObservable(media.facts);
  const isSeen = camera === 'ON';
  return (
    <section aria-label={t.preview}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Stack gap="sm">
          <div className={`${styles.stage} ${styles.preview}`}>{picture ? <OwnPicture stream={picture} /> : t.previewOff}</div>
          {sound && <LevelMeter sound={sound} />}
          <Group gap="xs">
            <Button variant="default" onClick={() => void media.setCamera(!isSeen)}>
              {isSeen ? t.cameraOff : t.cameraOn}
            </Button>
          </Group>
        </Stack>
        <Stack gap="sm">
          <DeviceProblems />
          <DeviceChoice />
        </Stack>
      </SimpleGrid>
    </section>
  );
}
