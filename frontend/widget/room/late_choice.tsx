import { useState } from 'preact/hooks';
import { mayBeLate, type Room } from './room';
import { useRoom } from './room_context';

/** In minutes. */
const later = 5;

/** Lets a customer tell the salon that they come later, and take it back. */
export function LateChoice({ room, now }: { room: Room; now: number }) {
  const { t, api, format } = useRoom();
  const [isSending, setSending] = useState(false);
  const [wrong, setWrong] = useState<string>();
  async function set(minutes: number) {
    setSending(true);
    setWrong(await api.setLate(minutes).catch(() => t.wrong.unreachable));
    setSending(false);
  }
  return (
    <>
      <output>{room.customerLateUntil && <span class="well">{t.late.until(format.time(room.customerLateUntil))}</span>}</output>
      {(room.customerLateUntil || mayBeLate(room, now)) && (
        <button type="button" class="plain" aria-busy={isSending} onClick={() => !isSending && void set(room.customerLateUntil ? 0 : later)}>
          {room.customerLateUntil ? t.late.undo : t.late.set}
        </button>
      )}
      {wrong && <p role="alert">{wrong}</p>}
    </>
  );
}
