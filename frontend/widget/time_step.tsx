import type { Hold, Service } from './api';
import { useWidget } from './widget_context';
import { ServiceFacts } from './service_facts';
import { type Refusal, StartChoice } from './start_choice';
import { Step } from './step';
import { useHold } from './use_hold';

interface Props {
  service: Service;
  /** Why the previous choice was rejected. */
  refused: Refusal | undefined;
  /** The current hold: its start stays on offer, and choosing another replaces it. */
  held: Hold | undefined;
  onBack: (() => void) | undefined;
  onHold(hold: Hold): void;
}

/** The choice of a start and a staff member, which places a hold. */
export function TimeStep({ service, refused, held, onBack, onHold }: Props) {
  const { t, preset } = useWidget();
  const { reserve, progress } = useHold();

  async function take(start: string, staffId: string | undefined): Promise<Refusal | undefined> {
    if (progress) {
      return undefined; // one proof of work at a time
    }
    const result = await reserve(service, start, staffId, held);
    if (!('hold' in result)) {
      return result;
    }
    onHold(result.hold);
    return undefined;
  }
  return (
    <Step title={t.time} depth={2} count={3} onBack={onBack}>
      <p class="about">
        {service.name} · <ServiceFacts service={service} />
      </p>
      {progress}
      <StartChoice service={service} staffId={preset.staff} own={{ holdSecret: held?.secret }} refused={refused} onTake={take} />
    </Step>
  );
}
