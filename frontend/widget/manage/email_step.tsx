import { useEffect, useRef, useState } from 'preact/hooks';
import { unguessable } from '../../environment/unguessable';
import { useClosingWords } from '../closing_words';
import { EmailField } from '../email_field';
import { Step } from '../step';
import type { Appointment, Corrected, Payload } from './appointment';
import { useManageWords } from './manage_words';
import { operations } from './operations';
import { useKeptText } from './use_kept_text';
import { useMutation } from './use_mutation';

interface Props {
  appointment: Appointment;
  secret: string;
  onBack(): void;
  onCorrected(appointment: Corrected): void;
}

/** Corrects a misspelt address. */
export default function EmailStep({ appointment, secret, onBack, onCorrected }: Props) {
  const own = useManageWords();
  const closing = useClosingWords();
  const form = useRef<HTMLFormElement>(null);
  const [isMissing, setMissing] = useState(false);
  const [kept, keep] = useKeptText(`${appointment.id} email`);
  const [written] = useState(kept || (appointment.unconfirmedEmail ?? ''));
  const { send, isSending, problem } = useMutation<Payload<Corrected>>(operations.correct, ({ booking }) => {
    keep('');
    if (booking) {
      onCorrected(booking);
    }
  });
  // The same for every attempt with an address: if the answer to one is lost, the next finds what it did.
  const attemptRef = useRef({ email: '', idempotencyKey: '' });
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
            if (attemptRef.current.email !== email) {
              attemptRef.current = { email, idempotencyKey: unguessable() };
            }
            send({ secret, ...attemptRef.current });
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
