import { useState } from 'preact/hooks';
import { request, type Service } from '../api';
import { Notice } from '../notice';
import { useOneAtATime } from '../use_one_at_a_time';
import { useWidget } from '../widget_context';
import type { Appointment, Offer, Payload } from './appointment';
import { useManageWords } from './manage_words';
import { operations } from './operations';

interface Props {
  offer: Offer;
  service: Service;
  secret: string;
  /** In milliseconds since the epoch. */
  now: number;
  onTaken(appointment: Appointment): void;
  /** Called when the time could not be taken. */
  onRefused(): void;
}

/** The times that the salon has offered, one of which the customer takes by a button; once they are no longer held, what has become of them. */
export default function OfferChoice({ offer, service, secret, now, onTaken, onRefused }: Props) {
  const { t, language, preset, format } = useWidget();
  const own = useManageWords();
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const oneAtATime = useOneAtATime();
  const isOpen = offer.state === 'OPEN' && now < Date.parse(offer.expiresAt);

  const take = (start: string, staffId: string) =>
    void oneAtATime(async () => {
      setSending(true);
      setProblem(undefined);
      try {
        const input = { secret, start, staffId };
        const { answer } = await request<{ answer: Payload }>(preset, language, operations.take, { input });
        if (answer.booking) {
          onTaken(answer.booking);
          return;
        }
        setProblem(answer.userErrors[0]?.message ?? t.unreachable);
        onRefused();
      } catch {
        setProblem(t.unreachable);
      }
      setSending(false);
    });

  if (!isOpen) {
    const isOver = offer.state === 'TAKEN' || offer.state === 'LAPSED';
    return isOver && !problem ? null : <Notice text={problem ?? own.offerEnded} />;
  }
  return (
    <section aria-label={own.offerTitle}>
      <h2>{own.offerTitle}</h2>
      <p>{own.offerUntil(format.moment(offer.expiresAt))}</p>
      {problem && <Notice text={problem} />}
      <div class="actions">
        {offer.starts.map(({ start, staff }) => (
          <button
            type="button"
            class="book"
            key={start + staff.id}
            aria-disabled={isSending}
            aria-busy={isSending}
            aria-label={`${service.name}, ${format.moment(start)} ${t.with(staff.displayName)}`}
            onClick={() => take(start, staff.id)}
          >
            {format.moment(start)} {t.with(staff.displayName)}
          </button>
        ))}
      </div>
      <p class="hint">{own.offerNone}</p>
    </section>
  );
}
