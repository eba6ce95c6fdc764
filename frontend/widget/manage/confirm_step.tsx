import { useState } from 'preact/hooks';
import { request, type StaffProfile } from '../api';
import { useWidget } from '../widget_context';
import { Notice } from '../notice';
import type { Refusal } from '../start_choice';
import { Step } from '../step';
import { Summary } from '../summary';
import type { Payload, Appointment } from './appointment';
import { operations } from './operations';
import { useManageWords } from './manage_words';

interface Props {
  appointment: Appointment;
  secret: string;
  start: string;
  staff: Pick<StaffProfile, 'id' | 'displayName'>;
  onBack(): void;
  onRefused(refused: Refusal): void;
  onMoved(moved: Appointment): void;
}

/** The confirmation of a move, with the old and the new time. */
export function ConfirmStep({ appointment, secret, start, staff, onBack, onRefused, onMoved }: Props) {
  const { t, language, preset, format } = useWidget();
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const own = useManageWords();

  async function move() {
    if (isSending) {
      return;
    }
    setSending(true);
    setProblem(undefined);
    try {
      const input = { secret, start, staffId: staff.id };
      const { answer } = await request<{ answer: Payload }>(preset, language, operations.move, { input });
      if (answer.booking) {
        onMoved(answer.booking);
        return;
      }
      const [wrong] = answer.userErrors;
      onRefused({ message: wrong?.code === 'START_TAKEN' ? t.taken : (wrong?.message ?? t.unreachable), alternatives: answer.alternatives ?? [] });
      return;
    } catch {
      setProblem(t.unreachable);
    }
    setSending(false);
  }
  return (
    <Step title={own.moveNow} depth={3} onBack={onBack}>
      <p class="hint">
        {own.oldTime} <del>{format.moment(appointment.start)}</del>{' '}
        {staff.id === appointment.staff.id ? t.with(appointment.staff.displayName) : <del>{t.with(appointment.staff.displayName)}</del>}
      </p>
      <h2>{own.newTime}</h2>
      <Summary service={appointment.service} start={start} staff={staff} />
      {problem && <Notice text={problem} />}
      <div class="actions">
        <button type="button" class="book" aria-disabled={isSending} aria-busy={isSending} onClick={() => void move()}>
          {own.moveNow}
        </button>
        <button type="button" class="plain" onClick={onBack}>
          {own.otherTime}
        </button>
      </div>
    </Step>
  );
}
