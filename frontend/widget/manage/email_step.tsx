import { useEffect, useRef, useState } from 'preact/hooks';
import { unguessable } from '../../environment/unguessable';
import { useClosingWords } from '../closing_words';
import { EmailField } from '../email_field';
import { Step } from '../step';
import type { Appointment, Corrected, Payload } from './appointment';
import { useManageWords } from './manage_words';
import { operations } from './operations';
import { forgetCorrections, keepCorrection, sentCorrections } from './sent_corrections';
import { useKeptText } from './use_kept_text';
import { useMutation } from './use_mutation';

interface Props {
  appointment: Appointment;
  secret: string;
  onBack(): void;
  onCorrected(appointment: Corrected): void;
  /** Called when there is no answer, or a refusal: an attempt may have been made all the same. */
  onRefused(): void;
}

/** Corrects a misspelt address. */
export default function EmailStep({ appointment, secret, onBack, onCorrected, onRefused }: Props) {
  const own = useManageWords();
  const closing = useClosingWords();
  const form = useRef<HTMLFormElement>(null);
  const [isMissing, setMissing] = useState(false);
  const [kept, keep] = useKeptText(`${appointment.id} email`);
  const [written] = useState(kept || (appointment.unconfirmedEmail ?? ''));
  const { send, isSending, problem } = useMutation<Payload<Corrected>>(operations.correct, ({ booking }) => {
    keep('');
    forgetCorrections();
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
  useEffect(() => {
    if (problem) {
      onRefused();
    }
  }, [onRefused, problem]);
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
            // The same key for every attempt with an address: if the answer to one is lost, the next finds what it did.
            const correction = sentCorrections(secret).find((sent) => sent.email === email) ?? { email, idempotencyKey: unguessable() };
            keepCorrection(secret, correction);
            send({ secret, ...correction });
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
