import { useState } from 'preact/hooks';
import { Notice } from '../notice';
import type { Appointment, Payload } from './appointment';
import { useManageWords } from './manage_words';
import { operations } from './operations';
import { Said } from './said';
import { useMutation } from './use_mutation';

interface Props {
  appointment: Appointment;
  secret: string;
  /** Whether the address has just been corrected. */
  isCorrected: boolean;
  onCorrect(): void;
}

/** Sends the email about the appointment again, and leads to the correction of its address. */
export default function MailPart({ appointment: { unconfirmedEmail: email }, secret, isCorrected, onCorrect }: Props) {
  const own = useManageWords();
  const [said, setSaid] = useState(isCorrected ? own.corrected : '');
  const { send, isSending, problem } = useMutation<Payload>(operations.resend, () => setSaid(own.resent));
  return (
    <details class="calendars" open={isCorrected}>
      <summary>{own.mailTitle}</summary>
      <div class="actions">
        <p class="hint">{email ? own.sentTo(email) : own.confirmedAddress}</p>
        {said && !problem && <Said text={said} />}
        {problem && <Notice text={problem} />}
        <button
          type="button"
          class="plain"
          aria-disabled={isSending}
          aria-busy={isSending}
          onClick={() => {
            setSaid('');
            send({ secret });
          }}
        >
          {own.resend}
        </button>
        {email && (
          <button type="button" class="plain" onClick={onCorrect}>
            {own.correct}
          </button>
        )}
      </div>
    </details>
  );
}
