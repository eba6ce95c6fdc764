import type { Confirmation, Hold, Service } from './api';
import { useClosingWords } from './closing_words';
import { useWidget } from './widget_context';
import { Step } from './step';
import { Summary } from './summary';

interface Props {
  service: Service;
  hold: Hold;
  confirmation: Confirmation;
  onBack(): void;
}

/** A start that is held until the customer presses the button in an email. */
export function WaitingStep({ service, hold, confirmation: { expiresAt, email }, onBack }: Props) {
  const { format } = useWidget();
  const t = useClosingWords();
  return (
    <Step title={t.waiting} depth={4} isLast onBack={onBack} hasBackButton={false}>
      <Summary service={service} start={hold.start} staff={hold.staff} />
      <p>{t.pressButton(email, format.time(expiresAt))}</p>
      <p class="hint">{t.waitingHint}</p>
    </Step>
  );
}
