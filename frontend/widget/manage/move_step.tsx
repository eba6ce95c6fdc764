import type { StaffProfile } from '../api';
import { useWidget } from '../widget_context';
import { type Refusal, StartChoice } from '../start_choice';
import { Step } from '../step';
import type { Appointment } from './appointment';
import { words } from './words';

interface Props {
  appointment: Appointment;
  secret: string;
  /** Why the previous choice was rejected. */
  refused: Refusal | undefined;
  onBack(): void;
  onChoose(start: string, staff: Pick<StaffProfile, 'id' | 'displayName'>): void;
}

/** The choice of a new start. The same staff member is selected initially, and preferred for anyone. */
export function MoveStep({ appointment: { service, start, staff }, secret, refused, onBack, onChoose }: Props) {
  const { language } = useWidget();

  return (
    <Step title={words[language].moveTitle} depth={2} onBack={onBack}>
      <StartChoice
        service={service}
        staffId={staff.id}
        own={{ bookingSecret: secret }}
        current={{ start, staffId: staff.id }}
        refused={refused}
        onTake={async (at, chosen, free) => {
          const profile = free.find(({ id }) => id === (chosen ?? staff.id)) ?? free[0];
          if (profile) {
            onChoose(at, profile);
          }
          return undefined;
        }}
      />
    </Step>
  );
}
