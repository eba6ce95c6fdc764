import { useEffect, useRef, useState } from 'preact/hooks';
import { unguessable } from '../environment/unguessable';
import { type Payload, request, type Booked, type Confirmation, type Hold, type Service } from './api';
import { useWidget } from './widget_context';
import { EmailField } from './email_field';
import { Field } from './field';
import { Notice } from './notice';
import { operations } from './operations';
import type { Refusal } from './start_choice';
import { Step } from './step';
import { Summary } from './summary';
import { useCountdown } from './use_countdown';
import { useProof } from './use_proof';

interface Props {
  service: Service;
  hold: Hold;
  onBack(): void;
  /** The hold has expired or was rejected. */
  onLost(refused: Refusal): void;
  onBooked(booked: Booked): void;
  /** The booking waits for the button in an email. */
  onWaiting(confirmation: Confirmation): void;
}

/** The customer's contact data and an optional note. */
export function DetailsStep({ service, hold, onBack, onLost, onBooked, onWaiting }: Props) {
  const { t, preset, branch, language } = useWidget();
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState<{ name?: string | undefined; email?: string | undefined }>({});
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  // The same key for every attempt, so that a repeated request books only once.
  const [idempotencyKey] = useState(unguessable);
  const left = useCountdown(hold.until);
  const { prove, progress } = useProof();

  useEffect(() => {
    if (left === 0 && !isSending) {
      onLost({ message: t.expired, alternatives: [] });
    }
  }, [isSending, left, onLost, t]);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [wrong]);

  async function send(event: SubmitEvent) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(fields.get(name) ?? '').trim();
    const name = text('name') ? undefined : t.nameMissing;
    const email = text('email') ? undefined : t.emailMissing; // the server judges it
    setWrong({ name, email });
    if (name || email || isSending) {
      return;
    }
    setSending(true);
    setProblem(undefined);
    const locale = language === 'de' ? 'DE' : 'EN';
    const input = {
      holdSecret: hold.secret,
      customer: { name: text('name'), email: text('email'), locale, acceptsPrivacy: true },
      note: text('note'),
      idempotencyKey,
    };
    try {
      const answer = await prove(async (proof) => {
        return (await request<{ answer: Payload }>(preset.origin, language, operations.book, { input: { ...input, proof } })).answer;
      });
      if (answer.booking) {
        onBooked(answer.booking);
        return;
      }
      if (answer.confirmationRequired) {
        onWaiting(answer.confirmationRequired);
        return;
      }
      showErrors(answer);
    } catch {
      setProblem(t.unreachable);
    }
    setSending(false);
  }
  function showErrors({ userErrors, alternatives = [] }: Payload) {
    const of = (field: string) => userErrors.find((error) => error.field.at(-1) === field)?.message;
    setWrong({ name: of('name'), email: of('email') });
    if (!of('name') && !of('email')) {
      onLost({ message: userErrors[0]?.message ?? t.unreachable, alternatives });
    }
  }
  return (
    <Step title={t.details} depth={3} count={3} onBack={onBack}>
      <Summary service={service} start={hold.start} staff={hold.staff.displayName}>
        <span role="timer">{t.held(`${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`)}</span>
      </Summary>
      {problem && <Notice text={problem} />}
      {progress}
      <form ref={form} noValidate onSubmit={(event) => void send(event)}>
        <Field name="name" label={t.name} autoComplete="name" wrong={wrong.name} />
        <EmailField wrong={wrong.email} />
        <label for="note">{t.note}</label>
        <textarea id="note" name="note" rows={2} maxLength={500} />
        <button class="book" aria-disabled={isSending}>
          {t.book}
        </button>
        <p class="hint">{t.consent}</p>
      </form>
      {branch.email && <p class="hint">{branch.email}</p>}
    </Step>
  );
}
