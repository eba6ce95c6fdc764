import { useState } from 'preact/hooks';
import { Notice } from '../notice';
import type { Appointment, ChangeRequest, Payload } from './appointment';
import { useManageWords } from './manage_words';
import { operations } from './operations';
import { Said } from './said';
import { useMutation } from './use_mutation';

interface Props {
  request: ChangeRequest;
  secret: string;
  onChange(appointment: Appointment): void;
}

/** The latest request to the salon: open, with a button that withdraws it, or declined. */
export default function LatestRequest({ request, secret, onChange }: Props) {
  const own = useManageWords();
  const [isWithdrawn, setWithdrawn] = useState(false);
  const { send, isSending, problem } = useMutation<Payload>(operations.withdraw, ({ booking }) => {
    setWithdrawn(true);
    if (booking) {
      onChange(booking);
    }
  });
  if (request.state === 'WITHDRAWN') {
    return isWithdrawn ? <Said text={own.withdrawn} /> : null;
  }
  if (request.state === 'DECLINED') {
    return (
      <div class="well" key="declined">
        <p>{own.declined}</p>
        {request.answer && <p class="said">{request.answer}</p>}
      </div>
    );
  }
  return request.state === 'OPEN' ? (
    <section class="well" aria-label={own.requested[request.kind]} key="open">
      <p>{own.requested[request.kind]}</p>
      {request.text && <p class="said">{request.text}</p>}
      <p>{own.requestWaits}</p>
      {problem && <Notice text={problem} />}
      <button type="button" class="plain" aria-disabled={isSending} aria-busy={isSending} onClick={() => send({ secret })}>
        {own.withdraw}
      </button>
    </section>
  ) : null;
}
