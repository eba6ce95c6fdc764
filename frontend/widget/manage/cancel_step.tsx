import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { request } from '../api';
import { useWidget } from '../widget_context';
import { Notice } from '../notice';
import { Step } from '../step';
import { Summary } from '../summary';
import type { Payload, Appointment } from './appointment';
import { operations } from './operations';
import { useManageWords } from './manage_words';

interface Props {
  appointment: Appointment;
  secret: string;
  onBack(): void;
  onRefused(): void;
  onCancelled(cancelled: Appointment): void;
}

/** The confirmation of a cancellation. */
export function CancelStep({ appointment, secret, onBack, onRefused, onCancelled }: Props) {
  const { t, language, preset } = useWidget();
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const own = useManageWords();
  const keep = useRef<HTMLButtonElement>(null);
  // After the step has focused its heading: Enter must not cancel.
  useLayoutEffect(() => keep.current?.focus(), []);

  async function cancel() {
    if (isSending) {
      return;
    }
    setSending(true);
    setProblem(undefined);
    try {
      const { answer } = await request<{ answer: Payload }>(preset, language, operations.cancel, { input: { secret } });
      if (answer.booking) {
        onCancelled(answer.booking);
        return;
      }
      setProblem(answer.userErrors[0]?.message ?? t.unreachable);
      onRefused();
    } catch {
      setProblem(t.unreachable);
    }
    setSending(false);
  }
  return (
    <Step title={own.cancelTitle} depth={2} onBack={onBack}>
      <Summary service={appointment.service} start={appointment.start} staff={appointment.staff} />
      <p class="hint" id="cancelling">
        {own.cancelHint}
      </p>
      {problem && <Notice text={problem} />}
      <div class="actions">
        <button ref={keep} type="button" class="plain" aria-describedby="cancelling" onClick={onBack}>
          {own.keep}
        </button>
        <button type="button" class="book final" aria-disabled={isSending} aria-busy={isSending} onClick={() => void cancel()}>
          {own.cancelTitle}
        </button>
      </div>
    </Step>
  );
}
