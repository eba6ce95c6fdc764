import type { Hold, Service } from './api';
import { useSurroundings } from './widget_context';
import { ServiceFacts } from './service_facts';
import { type Refused, StartChoice } from './start_choice';
import { Step } from './step';
import { useHold } from './use_hold';

interface Props {
  service: Service;
  /** Why one is here again. */
  refused: Refused | undefined;
  /** The start that is reserved: it is on offer still, and another takes its place. */
  held: Hold | undefined;
  onBack: (() => void) | undefined;
  onHold(hold: Hold): void;
}

/** When, and with whom: the start that one takes is held. */
export function TimeStep({ service, refused, held, onBack, onHold }: Props) {
  const { t, preset } = useSurroundings();
  const { reserve } = useHold();

  async function take(start: string, staffId: string | undefined): Promise<Refused | undefined> {
    const wanted = await reserve(service, start, staffId, held);
    if (!('hold' in wanted)) {
      return wanted;
    }
    onHold(wanted.hold);
    return undefined;
  }
  return (
    <Step title={t.time} depth={2} count={3} onBack={onBack}>
      <p class="about">
        {service.name} · <ServiceFacts service={service} />
      </p>
      <StartChoice service={service} staffId={preset.staff} own={{ holdSecret: held?.secret }} refused={refused} onTake={take} />
    </Step>
  );
}
