import { IconMessageQuestion } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { VideoIcon } from '../../parts/video_icon';
import { useBranch } from '../../session/branch';
import { instantOf } from './board_scale';
import styles from './appointment_block.module.css';
import { customerNameOf } from './calendar_query';
import type { Placed } from './columns';
import type { Lane } from './lanes';
import type { Dragging } from './use_dragging';
import { calendarWords } from './words';

interface Props {
  placed: Placed;
  /** In pixels from the top of the column. */
  top: number;
  /** In pixels. */
  height: number;
  lane: Lane;
  drag: Dragging;
  onOpen(appointmentId: string): void;
  onKey(from: Placed, event: KeyboardEvent): void;
}

/** The least height for two lines of text, in pixels. */
const twoLines = 40;

/** An appointment on the board. Click or Enter opens it; dragging or Alt and an arrow key moves it. */
export function AppointmentBlock({ placed, top, height, lane: { lane, of }, drag, onOpen, onKey }: Props) {
  const t = useWords(calendarWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const { appointment, id, from, to } = placed;
  const { service, status, changeRequest } = appointment;
  const time = (at: number) => format.time(instantOf(at), timeZone);
  const isHeld = status === 'HELD';
  const isVideo = service.delivery === 'VIDEO';

  return (
    <button
      type="button"
      className={styles.block}
      data-appointment={id}
      data-delivery={service.delivery}
      data-status={status}
      data-short={height < twoLines}
      data-dragged={drag.current?.id === id}
      style={{
        top: top + 1,
        height: Math.max(height - 3, 18),
        left: `calc(${(lane / of) * 100}% + 4px)`,
        right: `calc(${(1 - (lane + 1) / of) * 100}% + 4px)`,
      }}
      onPointerDown={(event) => !isHeld && drag.begin(event, placed)}
      onClick={() => !drag.wasDragged() && onOpen(id)}
      onKeyDown={(event) => !(isHeld && event.altKey) && onKey(placed, event)}
    >
      <span className={styles.customer}>
        {isVideo && (
          <>
            <VideoIcon /> <span className="visually-hidden">{t.videoConsultation}: </span>
          </>
        )}
        {changeRequest?.state === 'OPEN' && (
          <>
            <IconMessageQuestion size={16} stroke={1.8} aria-hidden="true" /> <span className="visually-hidden">{t.request}: </span>
          </>
        )}
        {isHeld ? t.held : customerNameOf(appointment) || t.anonymous}
      </span>
      <span className={styles.about}>
        {time(from)}–{time(to)} {service.name}
      </span>
    </button>
  );
}
