import { IconAlertTriangle, IconCheck, IconDoorEnter, IconMessageQuestion, IconUserX } from '@tabler/icons-react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { VideoIcon } from '../../parts/video_icon';
import { useBranch } from '../../session/branch';
import { instantOf } from './board_scale';
import styles from './appointment_block.module.css';
import { useBoardLook } from './board_look';
import { type Appointment, customerNameOf } from './calendar_query';
import { paintOf } from './coloring';
import type { Placed } from './columns';
import type { Lane } from './lanes';
import { isWaiting } from './room_entry';
import type { Dragging } from './use_dragging';
import { WaitingWord } from './waiting_sign';
import { calendarWords } from './words';

interface Props {
  placed: Placed;
  /** In pixels from the top of the column. */
  top: number;
  /** In pixels. */
  height: number;
  lane: Lane;
  isPast: boolean;
  drag: Dragging;
  onOpen(appointmentId: string): void;
  onKey(from: Placed, event: KeyboardEvent): void;
}

/** The least height for two lines of text, in pixels. */
const twoLines = 40;

/** An appointment on the board. Click or Enter opens it; dragging or Alt and an arrow key moves it. */
export function AppointmentBlock({ placed, top, height, lane: { lane, of }, isPast, drag, onOpen, onKey }: Props) {
  const t = useWords(calendarWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const { coloring, categoryIds, chosenCategories, stranded } = useBoardLook();
  const { appointment, id, from, to } = placed;
  const { service, status } = appointment;
  const time = (at: number) => format.time(instantOf(at), timeZone);
  const isHeld = status === 'HELD';
  const paint = paintOf(appointment, coloring, categoryIds);
  const isFaded = chosenCategories.length > 0 && !chosenCategories.includes(service.category.id);

  return (
    <button
      type="button"
      className={styles.block}
      data-appointment={id}
      data-tone={isFaded ? 'other' : paint.tone}
      data-status={status}
      data-past={isPast}
      data-faded={isFaded}
      data-stranded={stranded.has(id)}
      data-short={height < twoLines}
      data-waits={isWaiting(appointment)}
      data-dragged={drag.current?.id === id}
      style={
        {
          '--hue': paint.hue,
          '--person': paint.color,
          top: top + 1,
          height: Math.max(height - 3, 18),
          left: `calc(${(lane / of) * 100}% + 4px)`,
          right: `calc(${(1 - (lane + 1) / of) * 100}% + 4px)`,
        } as CSSProperties
      }
      onPointerDown={(event) => !isHeld && drag.begin(event, placed)}
      onClick={() => !drag.wasDragged() && onOpen(id)}
      onKeyDown={(event) => !(isHeld && event.altKey) && onKey(placed, event)}
    >
      <span className={styles.customer}>
        <Signs appointment={appointment} isStranded={stranded.has(id)} />
        {isHeld ? t.held : customerNameOf(appointment) || t.anonymous}
      </span>
      <span className={styles.about}>
        {service.delivery === 'VIDEO' && status === 'CONFIRMED' && <WaitingWord appointment={appointment} />}
        {time(from)}–{time(to)} {service.name}
        {coloring === 'category' && ` · ${service.category.name}`}
      </span>
    </button>
  );
}

/** What is special about an appointment, as icons with words for those who do not see them. */
function Signs({ appointment, isStranded }: { appointment: Appointment; isStranded: boolean }) {
  const { service, status, changeRequest } = appointment;
  const t = useWords(calendarWords);
  const signs = [
    [isStranded, IconAlertTriangle, t.stranded],
    [service.delivery === 'VIDEO', VideoIcon, t.videoConsultation],
    [isWaiting(appointment), IconDoorEnter, t.inWaitingRoom],
    [changeRequest?.state === 'OPEN', IconMessageQuestion, t.request],
    [status === 'COMPLETED', IconCheck, t.completed],
    [status === 'NO_SHOW', IconUserX, t.noShow],
  ] as const;
  return signs.map(
    ([isShown, Icon, word]) =>
      isShown && (
        <span key={word} className={styles.sign}>
          <Icon size={15} aria-hidden="true" /> <span className="visually-hidden">{word}: </span>
        </span>
      ),
  );
}
