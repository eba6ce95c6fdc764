import { useEffect, useRef, useState } from 'preact/hooks';
import { useClosingWords } from '../closing_words';
import { EmailField } from '../email_field';
import { Step } from '../step';
import type { Appointment, Payload } from './appointment';
import { useManageWords } from './manage_words';
import { operations } from './operations';
import { useKeptText } from './use_kept_text';
import { useMutation } from './use_mutation';

interface Props {
  appointment: Appointment;
  secret: string;
  onBack(): void;
  onCorrected(appointment: Appointment): void;
}

/** Corrects a misspelt address. */
export default function EmailStep({ appointment, secret, onBack, onCorrected }: Props) {
  const own = useManageWords();
  const closing = useClosingWords();
  const form = useRef<HTMLFormElement>(null);
  const [isMissing, setMissing] = useState(false);
  const [kept, keep] = useKeptText(`${appointment.id} email`);
  const [written] = useState(kept || (appointment.unconfirmedEmail ?? ''));
  const { send, isSending, problem } = useMutation<Payload>(operations.correct, ({ booking }) => {
    keep('');
    if (booking) {
      onCorrected(booking);
    }
  });
  const wrong = isMissing ? closing.emailMissing : problem;
  const emailIn = () => String(new FormData(form.current as HTMLFormElement).get('email') ?? '').trim();
  useEffect(() => {
    if (wrong) {
      form.current?.querySelector('input')?.focus();
    }
  }, [wrong]);
  return (
    <Step title={own.correct} depth={2} onBack={onBack}>
      <p class="hint">{own.correctHint}</p>
      <form
        ref={form}
        noValidate
        onInput={() => keep(emailIn())}
        onSubmit={(event) => {
          event.preventDefault();
          const email = emailIn();
          setMissing(!email);
          if (email) {
            send({ secret, email });
          }
        }}
      >
        <EmailField written={written} wrong={wrong} onTake={() => keep(emailIn())} />
        <div class="actions">
          <button type="submit" class="book" aria-disabled={isSending} aria-busy={isSending}>
            {own.correct}
          </button>
        </div>
      </form>
    </Step>
  );
}
