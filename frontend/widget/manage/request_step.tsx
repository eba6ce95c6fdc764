import { Notice } from '../notice';
import { Step } from '../step';
import { Summary } from '../summary';
import type { Appointment, ChangeKind, Payload } from './appointment';
import { useManageWords } from './manage_words';
import { operations } from './operations';
import { useKeptText } from './use_kept_text';
import { useMutation } from './use_mutation';

interface Props {
  appointment: Appointment;
  secret: string;
  kind: ChangeKind;
  onBack(): void;
  onAsked(appointment: Appointment): void;
}

/** Asks the salon for what the customer can no longer do themselves. */
export default function RequestStep({ appointment, secret, kind, onBack, onAsked }: Props) {
  const own = useManageWords();
  const [text, keepText] = useKeptText(`${appointment.id} ${kind}`);
  const { send, isSending, problem } = useMutation<Payload>(operations.request, ({ booking }) => {
    keepText('');
    if (booking) {
      onAsked(booking);
    }
  });
  return (
    <Step title={own.requestTitle[kind]} depth={2} onBack={onBack}>
      <Summary service={appointment.service} start={appointment.start} staff={appointment.staff} />
      <p class="hint">{own.requestHint}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send({ secret, kind, text });
        }}
      >
        <div class="field">
          <label for="text">{own.requestText[kind]}</label>
          <textarea id="text" name="text" rows={3} maxLength={500} value={text} onInput={(event) => keepText(event.currentTarget.value)} />
        </div>
        {problem && <Notice text={problem} />}
        <div class="actions">
          <button type="submit" class="book" aria-disabled={isSending} aria-busy={isSending}>
            {own.requestSend}
          </button>
          <button type="button" class="plain" onClick={onBack}>
            {own.keep}
          </button>
        </div>
      </form>
    </Step>
  );
}
