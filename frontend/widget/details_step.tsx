import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { unguessable } from '../environment/unguessable';
import { zoneName } from '../environment/zone_name';
import { type Payload, request, type Booked, type Branch, type Confirmation, type Hold, type Service } from './api';
import { BeforeBooking } from './before_booking';
import { bookOperation, termsQuery } from './book_operation';
import { bookOnce, isSame, withAttempt } from './book_once';
import { useClosingWords } from './closing_words';
import { useWidget } from './widget_context';
import { EmailField } from './email_field';
import { Field } from './field';
import type { Attempt, Contact } from './kept';
import type { Keeper } from './keeper';
import { localeOf } from './language';
import { Notice } from './notice';
import type { Refusal } from './start_choice';
import { Step } from './step';
import { Summary } from './summary';
import { useCountdown } from './use_countdown';
import { isLive, useHold, useLeaving } from './use_hold';
import { useOneAtATime } from './use_one_at_a_time';
import { useProof } from './use_proof';

interface Props {
  service: Service;
  hold: Hold;
  /** Whether the page was loaded again since the start was held. */
  isRestored: boolean;
  /** Keeps what is written. */
  keeper: Keeper;
  onBack(): void;
  /** The hold was renewed. */
  onHold(hold: Hold): void;
  /** The hold has expired or was rejected. */
  onLost(refused: Refusal): void;
  /** It is booked: the service, and what was written if that differs from what is written now. */
  onBooked(booked: Booked, serviceId: string, earlier?: Contact): void;
  /** The booking waits for the button in an email. */
  onWaiting(confirmation: Confirmation): void;
}

/** Error messages by field. */
type Wrong = Partial<Record<'name' | 'email' | 'phone', string | undefined>>;

/** Returns what is written in the form. */
function contactIn(form: HTMLFormElement): Contact {
  const fields = new FormData(form);
  const text = (name: string) => String(fields.get(name) ?? '');
  return { name: text('name'), email: text('email'), phone: text('phone'), note: text('note') };
}

/** The customer's contact data and an optional note. */
export function DetailsStep({ service, hold, isRestored, keeper, onBack, onHold, onLost, onBooked, onWaiting }: Props) {
  const { t, preset, branch, language } = useWidget();
  const own = useClosingWords();
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState<Wrong>({});
  const [problem, setProblem] = useState<string>();
  const [terms, setTerms] = useState(branch.terms);
  const [isSending, setSending] = useState(false);
  const [written] = useState(keeper.kept.contact);
  const left = useCountdown(hold.until);
  const { prove, progress } = useProof();
  const { reserve } = useHold();
  const oneAtATime = useOneAtATime();

  const sendAttempt = ({ input }: Attempt) =>
    prove(async (proof) => (await request<{ answer: Payload }>(preset, language, bookOperation, { input: { ...input, proof } })).answer);

  /** Shows the booking that an attempt has made, and reports whether it has. */
  function showBooked({ booking, confirmationRequired }: Payload, attempt: Attempt, sent?: Attempt): boolean {
    if (booking) {
      const { customer, note } = attempt.input;
      onBooked(booking, attempt.serviceId, sent && !isSame(sent, attempt) ? { ...customer, note } : undefined);
    } else if (confirmationRequired) {
      onWaiting(confirmationRequired);
    }
    return Boolean(booking ?? confirmationRequired);
  }

  /** Makes the hold last again. If it is gone because an attempt has booked it, shows the booking. */
  async function renew() {
    const result = await reserve(service, hold.start, hold.staff.id, hold);
    const attempts = keeper.kept.attempts ?? [];
    const last = attempts.at(-1);
    if ('hold' in result) {
      onHold(result.hold);
    } else if (result.isUnanswered) {
      setProblem(result.message);
    } else if (last) {
      try {
        const { answer, attempt } = await bookOnce(last, attempts.slice(0, -1), sendAttempt);
        if (!showBooked(answer, attempt)) {
          onLost(result);
        }
      } catch {
        setProblem(t.unreachable);
      }
    } else {
      onLost(result);
    }
  }
  const renewalRef = useRef(renew);
  useLayoutEffect(() => {
    renewalRef.current = renew;
  });
  const renewNow = useCallback(() => void oneAtATime(() => renewalRef.current()), [oneAtATime]);
  useLeaving(hold, renewNow);
  useEffect(() => {
    if (isRestored && isLive(hold)) {
      renewNow();
    }
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  useEffect(() => {
    if (left > 0 || isSending) {
      return;
    }
    if (keeper.kept.attempts) {
      renewNow();
    } else {
      onLost({ message: own.expired, alternatives: [] });
    }
  }, [isSending, keeper, left, onLost, own, renewNow]);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [wrong]);

  const keepWritten = (isTyping: boolean) => form.current && keeper.keep({ contact: contactIn(form.current) }, isTyping);

  async function send(event: SubmitEvent) {
    event.preventDefault();
    const contact = contactIn(event.currentTarget as HTMLFormElement);
    const name = contact.name.trim() ? undefined : own.nameMissing;
    const email = contact.email.trim() ? undefined : own.emailMissing; // the server judges it
    const phone = branch.customerPhone === 'REQUIRED' && !contact.phone.trim() ? own.phoneMissing : undefined;
    setWrong({ name, email, phone });
    if (name || email || phone || isSending) {
      return;
    }
    setSending(true);
    setProblem(undefined);
    // The same key for every attempt, so that a repeated request books only once.
    const { key = unguessable(), attempts = [] } = keeper.kept;
    const customer = { name: contact.name.trim(), email: contact.email.trim(), phone: contact.phone.trim(), locale: localeOf(language) };
    const sent = { serviceId: service.id, input: { holdSecret: hold.secret, customer, timeZone: zoneName(), note: contact.note.trim(), termsVersion: terms?.version ?? 0, idempotencyKey: key } };
    const others = attempts.filter((earlier) => !isSame(earlier, sent));
    keeper.keep({ contact, key, attempts: withAttempt(attempts, sent) });
    try {
      const { answer, attempt } = await bookOnce<Attempt>(sent, others, sendAttempt);
      if (showBooked(answer, attempt, sent)) {
        return;
      }
      if (others.length === 0) {
        keeper.keep({ attempts: undefined }); // the server has answered that there is no booking
      }
      if (answer.userErrors.some(({ field }) => field.at(-1) === 'termsVersion')) {
        await showNewTerms();
      } else {
        showErrors(answer);
      }
    } catch {
      setProblem(t.unreachable);
    }
    setSending(false);
  }
  /** Says that other terms are in force, which the next attempt agrees to. */
  async function showNewTerms() {
    const { branch: present } = await request<{ branch: Pick<Branch, 'terms'> | null }>(preset, language, termsQuery, { slug: branch.slug });
    setTerms(present?.terms ?? null);
    setProblem(own.termsChanged);
  }
  function showErrors({ userErrors, alternatives = [] }: Payload) {
    const of = (field: string) => userErrors.find((error) => error.field.at(-1) === field)?.message;
    const ofFields = { name: of('name'), email: of('email'), phone: of('phone') };
    setWrong(ofFields);
    if (!Object.values(ofFields).some(Boolean)) {
      onLost({ message: userErrors[0]?.message ?? t.unreachable, alternatives });
    }
  }
  return (
    <Step title={own.details} depth={3} count={3} onBack={onBack}>
      <Summary service={service} start={hold.start} staff={hold.staff}>
        <span role="timer">
          <span key={left}>{own.held(`${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`)}</span>
        </span>
      </Summary>
      {progress}
      <form ref={form} noValidate onSubmit={(event) => void send(event)} onInput={() => keepWritten(true)} onChange={() => keepWritten(false)}>
        <Field name="name" label={own.name} autoComplete="name" written={written?.name} wrong={wrong.name} />
        <EmailField written={written?.email} wrong={wrong.email} onTake={() => keepWritten(false)} />
        {branch.customerPhone !== 'OFF' && (
          <Field
            name="phone"
            type="tel"
            label={own.phone[branch.customerPhone]}
            autoComplete="tel"
            isOptional={branch.customerPhone === 'OPTIONAL'}
            written={written?.phone}
            wrong={wrong.phone}
          />
        )}
        <label for="note">{own.note}</label>
        <textarea id="note" name="note" autoComplete="off" rows={2} maxLength={500} defaultValue={written?.note} />
        {problem && (
          <Notice text={problem}>
            {problem === own.termsChanged && terms && (
              <a class="plain" href={terms.pageUrl} target="_blank" rel="noreferrer">
                {own.agreed}
              </a>
            )}
          </Notice>
        )}
        <BeforeBooking service={service} hold={hold} terms={terms} />
        <button class="book" aria-disabled={isSending} aria-busy={isSending}>
          {service.price.minorUnits === 0 ? t.book : own.pay}
        </button>
        <p class="hint">{own.stored}</p>
      </form>
      {branch.email && <p class="hint">{branch.email}</p>}
    </Step>
  );
}
