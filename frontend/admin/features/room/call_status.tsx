import { Anchor, Group, Stack, Text } from '@mantine/core';
import type { PeerState, RemoteMedia } from '../../../call';
import { useWords } from '../../language/words';
import { useNow } from '../calendar';
import styles from './room.module.css';
import { useAnnouncement, useLasting, useObservable, useRoom } from './room_context';
import { minutesUntil } from './view';
import { roomWords } from './words';

/** How long a connection may take before a reason is given, in milliseconds. */
const tooLong = 8_000;

/** Returns what is to be known of the customer; empty if all is as it should be. */
function remoteText(t: (typeof roomWords)['de'], name: string, remote: PeerState, media: RemoteMedia | null): string {
  if (remote !== 'CONNECTED') {
    return t.remote[remote](name);
  }
  if (media?.screen) {
    return t.shares(name);
  }
  return [media && !media.camera && t.noPicture(name), media && !media.microphone && t.remoteMuted(name)].filter(Boolean).join(' ');
}

/** How the call goes. What changes is announced. */
export function CallStatus() {
  const t = useWords(roomWords);
  const { session, room, name, isRelayed, appointment } = useRoom();
  const { remote, quality } = useObservable(session.facts);
  const remoteMedia = useObservable(session.conversation.remoteMedia);
  const left = minutesUntil(room.end, useNow());
  const text = remoteText(t, name, remote, remoteMedia);
  const isSlow = useLasting(remote === 'CONNECTING' || remote === 'INTERRUPTED', tooLong);
  const quick = quality && [t.quality[quality.level], quality.reason && t.reason[quality.reason]].filter(Boolean).join('. ');
  const phone = appointment.contact?.phone;
  useAnnouncement(text || (remote === 'CONNECTED' ? t.connected : ''));
  useAnnouncement(quality && quality.level !== 'GOOD' ? (quick ?? '') : '');
  useAnnouncement(room.nextCustomerWaits ? t.nextWaits : '');
  return (
    <Stack gap={4}>
      {text && <Text>{text}</Text>}
      {isSlow && !isRelayed && <Text size="sm">{t.unrelayed}</Text>}
      <Group gap="md">
        {quality && (
          <Text span size="sm" className={styles.quality} data-level={quality.level}>
            {quick}
          </Text>
        )}
        <Text span size="sm" fw={left > 0 ? undefined : 600}>
          {left > 0 ? t.left(left) : t.over}
        </Text>
        {room.nextCustomerWaits && (
          <Text span size="sm" fw={600}>
            {t.nextWaits}
          </Text>
        )}
        <Text span size="sm" c="dimmed">
          {t.privacy}
        </Text>
      </Group>
      {phone && remote !== 'CONNECTED' && (
        <Anchor href={`tel:${phone}`} style={{ alignSelf: 'flex-start' }}>
          {t.phone(phone)}
        </Anchor>
      )}
    </Stack>
  );
}
