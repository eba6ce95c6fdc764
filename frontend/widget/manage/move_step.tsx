import { type Day, request } from '../api';
import { useWidget } from '../widget_context';
import { type NamedStaff, type Refusal, StartChoice } from '../start_choice';
import { Step } from '../step';
import type { Appointment } from './appointment';
import { operations } from './operations';
import { useManageWords } from './manage_words';

interface Props {
  appointment: Appointment;
  secret: string;
  /** Why the previous choice was rejected. */
  refused: Refusal | undefined;
  onBack(): void;
  onChoose(start: string, staff: NamedStaff): void;
}

/** The choice of a new start. The same staff member is selected initially, and preferred for anyone. */
export function MoveStep({ appointment: { service, start, staff }, secret, refused, onBack, onChoose }: Props) {
  const { t, language, preset, branch, format } = useWidget();
  const { moveTitle } = useManageWords();

  /** Returns who is free at a start. */
  async function freeAt(at: string): Promise<NamedStaff[]> {
    const date = format.dateOf(at);
    const variables = { branchId: branch.id, serviceId: service.id, from: date, to: date, bookingSecret: secret };
    const operation = service.delivery === 'VIDEO' ? operations.videoStarts : operations.salonStarts;
    const { offers } = await request<{ offers: { staff: NamedStaff; days: Day[] }[] }>(preset, language, operation, variables);
    return offers.filter(({ days }) => days.some(({ starts }) => starts.includes(at))).map((offer) => offer.staff);
  }
  return (
    <Step title={moveTitle} depth={2} onBack={onBack}>
      <StartChoice
        service={service}
        staffId={staff.id}
        own={{ bookingSecret: secret }}
        current={{ start, staffId: staff.id }}
        refused={refused}
        onTake={async (at, chosen) => {
          try {
            const free = chosen ? [chosen] : await freeAt(at);
            const profile = free.find(({ id }) => id === staff.id) ?? free[0];
            if (!profile) {
              return { message: t.taken, alternatives: [] };
            }
            onChoose(at, profile);
            return undefined;
          } catch {
            return { message: t.unreachable, alternatives: [] };
          }
        }}
      />
    </Step>
  );
}
