import { useEffect, useRef } from 'preact/hooks';
import type { Hold, Service } from './api';
import { closingSteps } from './closing';
import type { Keeper } from './keeper';
import { useWidget } from './widget_context';
import { ServiceFacts } from './service_facts';
import { type NamedStaff, type Refusal, StartChoice } from './start_choice';
import { Step } from './step';
import { useHold, useLeaving } from './use_hold';

interface Props {
  service: Service;
  /** Why the previous choice was rejected. */
  refused: Refusal | undefined;
  /** The current hold: its start stays on offer, and choosing another replaces it. */
  held: Hold | undefined;
  /** Keeps the person and the day that are chosen. */
  keeper: Keeper;
  onBack: (() => void) | undefined;
  onForward(): boolean;
  onHold(hold: Hold): void;
}

/** The choice of a start and a staff member, which places a hold. */
export function TimeStep({ service, refused, held, keeper, onBack, onForward, onHold }: Props) {
  const { t, preset, language } = useWidget();
  const { reserve, release, progress } = useHold();
  const { staffId, day } = keeper.kept;
  const isGone = useRef(false);
  useEffect(
    () => () => {
      isGone.current = true;
    },
    [],
  );
  useLeaving(held);

  async function take(start: string, staff: NamedStaff | undefined): Promise<Refusal | undefined> {
    closingSteps(language).catch(() => undefined); // meanwhile; the next step says if it cannot be loaded
    const result = await reserve(service, start, staff?.id, held);
    if (!('hold' in result)) {
      return result;
    }
    if (isGone.current) {
      await release(result.hold); // the customer went back meanwhile
    } else {
      onHold(result.hold);
    }
    return undefined;
  }
  return (
    <Step title={t.time} depth={2} count={3} onBack={onBack} onForward={onForward}>
      <p class="about">
        {service.name} · <ServiceFacts service={service} />
      </p>
      {progress}
      <StartChoice
        service={service}
        staffId={(staffId === undefined ? preset.staff : staffId) ?? undefined}
        day={day}
        own={{ holdSecret: held?.secret }}
        refused={refused}
        onLook={(chosen) => keeper.keep(chosen)}
        onTake={take}
      />
    </Step>
  );
}
