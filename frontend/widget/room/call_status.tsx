import type { PeerState, Quality, RemoteMedia } from '../../call';
import { minutesUntil, type Room } from './room';
import { useAnnouncement, useRoom } from './room_context';
import { useTime } from './use_time';

/** Returns what is to be known of the other side; empty if all is as it should be. */
function remoteText(t: ReturnType<typeof useRoom>['t'], name: string, remote: PeerState, media: RemoteMedia | null): string {
  if (remote === 'ABSENT') {
    return t.call.ABSENT(name);
  }
  if (remote !== 'CONNECTED') {
    return t.call[remote];
  }
  if (media?.screen) {
    return t.call.shares(name);
  }
  return [media && !media.camera && t.call.noPicture(name), media && !media.microphone && t.call.muted(name)].filter(Boolean).join(' ');
}

interface Props {
  room: Room;
  remote: PeerState;
  media: RemoteMedia | null;
  quality: Quality | null;
}

/** How the call goes. What changes is announced. */
export function CallStatus({ room, remote, media, quality }: Props) {
  const { t } = useRoom();
  const now = useTime();
  const left = minutesUntil(room.end, now);
  const text = remoteText(t, room.staff.displayName, remote, media);
  const quick = quality && [t.quality[quality.level], quality.reason && t.quality[quality.reason]].filter(Boolean).join('. ');
  useAnnouncement(text || (remote === 'CONNECTED' ? t.call.CONNECTED : ''));
  useAnnouncement(quality && quality.level !== 'GOOD' ? (quick ?? '') : '');
  return (
    <>
      {text && <p class="about">{text}</p>}
      <p class="hint call-facts">
        {quality && (
          <span class={`quality ${quality.level.toLowerCase()}`}>
            <i aria-hidden="true" />
            {quick}
          </span>
        )}
        <span>{left > 0 ? t.call.left(String(left)) : t.call.over}</span>
        <span>{t.call.private}</span>
      </p>
    </>
  );
}
