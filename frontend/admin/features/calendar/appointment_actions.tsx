import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { Confirm } from '../../parts/confirm';
import { useBranch } from '../../session/branch';
import { appointmentCancel, appointmentOutcomeSet } from './appointment_changes';
import { secondsOf } from './board_scale';
import type { Appointment, Profile } from './calendar_query';
import { ChangeRequest } from './change_request';
import { MoveForm } from './move_form';
import { useNow } from './use_now';
import type { Move } from './use_move';
import { calendarWords } from './words';

interface Props {
  appointment: Appointment;
  people: readonly Profile[];
  move: Move;
  onClose(): void;
}

/** Moves or cancels an appointment, or records its outcome. */
export function AppointmentActions({ appointment, people, move, onClose }: Props) {
  const t = useWords(calendarWords);
  const change = useChange();
  const now = useNow();
  const { sendsMail } = useBranch();
  const [isMoving, moving] = useDisclosure();
  const [isCancelling, cancelling] = useDisclosure();
  const { id, start, status } = appointment;
  const hasBegun = secondsOf(start) <= now;

  async function cancel() {
    const outcome = await change(appointmentCancel, { input: { id } }, { done: t.cancelled });
    if (outcome.done) {
      onClose();
    }
  }
  return (
    <Stack>
      {!hasBegun && status === 'CONFIRMED' && <ChangeRequest appointment={appointment} onClose={onClose} onMove={moving.open} />}
      {hasBegun && <OutcomeChoice appointment={appointment} />}
      {isMoving && <MoveForm appointment={appointment} people={people} move={move} onClose={moving.close} />}
      {status === 'CONFIRMED' && !isMoving && (
        <Group>
          <Button variant="default" onClick={moving.open}>
            {t.move}
          </Button>
          <Button variant="default" onClick={cancelling.open}>
            {t.cancel}
          </Button>
        </Group>
      )}
      <Confirm opened={isCancelling} title={t.cancel} onClose={cancelling.close} onConfirm={() => void cancel()}>
        {sendsMail ? t.cancelHint : t.noMailCancel}
      </Confirm>
    </Stack>
  );
}

const outcomeOf = (value: string) => (value === 'COMPLETED' || value === 'NO_SHOW' ? value : null);

function OutcomeChoice({ appointment: { id, status } }: { appointment: Appointment }) {
  const t = useWords(calendarWords);
  const { client } = useApi();
  const change = useChange();

  async function choose(value: string) {
    const before = outcomeOf(status);
    await change(
      appointmentOutcomeSet,
      { input: { id, outcome: outcomeOf(value) } },
      {
        undo: () => send(client, appointmentOutcomeSet, { input: { id, outcome: before } }),
      },
    );
  }
  return (
    <Choice
      label={t.outcome}
      value={status}
      data={[
        { value: 'CONFIRMED', label: t.outcomeOpen },
        { value: 'COMPLETED', label: t.completed },
        { value: 'NO_SHOW', label: t.noShow },
      ]}
      onChange={(event) => void choose(event.currentTarget.value)}
    />
  );
}
