import { useState } from 'preact/hooks';
import { ask, type Person } from '../api';
import { useSurroundings } from '../widget_context';
import { Notice } from '../notice';
import type { Refused } from '../start_choice';
import { Step } from '../step';
import { Summary } from '../summary';
import type { Answer, Appointment } from './appointment';
import { operations } from './operations';
import { words } from './words';

interface Props {
  appointment: Appointment;
  secret: string;
  start: string;
  staff: Pick<Person, 'id' | 'displayName'>;
  onBack(): void;
  onRefused(refused: Refused): void;
  onMoved(moved: Appointment): void;
}

/** From when to when, before it is done. */
export function ConfirmStep({ appointment, secret, start, staff, onBack, onRefused, onMoved }: Props) {
  const { t, language, preset, format } = useSurroundings();
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const own = words[language];

  async function move() {
    if (isSending) {
      return;
    }
    setSending(true);
    setProblem(undefined);
    try {
      const input = { secret, start, staffId: staff.id };
      const { answer } = await ask<{ answer: Answer }>(preset.origin, language, operations.move, { input });
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
      {problem && <Notice text={problem} />}
      <h2>{own.newTime}</h2>
      <Summary service={appointment.service} start={start} staff={staff.displayName} />
      <p class="hint">
        {own.oldTime}: <del>{format.moment(appointment.start)}</del> {t.with(appointment.staff.displayName)}
      </p>
      <div class="actions">
        <button type="button" class="book" aria-disabled={isSending} onClick={() => void move()}>
          {own.moveNow}
        </button>
        <button type="button" class="plain" onClick={onBack}>
          {own.otherTime}
        </button>
      </div>
    </Step>
  );
}
