import type { Person } from '../api';
import { useSurroundings } from '../widget_context';
import { type Refused, StartChoice } from '../start_choice';
import { Step } from '../step';
import type { Appointment } from './appointment';
import { words } from './words';

interface Props {
  appointment: Appointment;
  secret: string;
  /** Why one is here again. */
  refused: Refused | undefined;
  onBack(): void;
  onChoose(start: string, staff: Pick<Person, 'id' | 'displayName'>): void;
}

/** To when: at first with the same person, who is also preferred when it may be anyone. */
export function MoveStep({ appointment: { service, start, staff }, secret, refused, onBack, onChoose }: Props) {
  const { language } = useSurroundings();

  return (
    <Step title={words[language].moveTitle} depth={2} onBack={onBack}>
      <StartChoice
        service={service}
        staffId={staff.id}
        own={{ bookingSecret: secret }}
        present={{ start, staffId: staff.id }}
        refused={refused}
        onTake={async (at, chosen, free) => {
          const person = free.find(({ id }) => id === (chosen ?? staff.id)) ?? free[0];
          if (person) {
            onChoose(at, person);
          }
          return undefined;
        }}
      />
    </Step>
  );
}
