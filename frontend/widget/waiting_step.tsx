import type { Confirmation, Hold, Service } from './api';
import { useWidget } from './widget_context';
import { Step } from './step';
import { Summary } from './summary';
import { waitingWords } from './waiting_words';

interface Props {
  service: Service;
  hold: Hold;
  confirmation: Confirmation;
  onBack(): void;
}

/** A start that is held until the customer presses the button in an email. */
export default function WaitingStep({ service, hold, confirmation: { expiresAt, email }, onBack }: Props) {
  const { language, format } = useWidget();
  const t = waitingWords[language];
  return (
    <Step title={t.waiting} depth={4} isLast onBack={onBack} hasBackButton={false}>
      <Summary service={service} start={hold.start} staff={hold.staff.displayName} />
      <p>{t.pressButton(email, format.time(expiresAt))}</p>
      <p class="hint">{t.waitingHint}</p>
    </Step>
  );
}
