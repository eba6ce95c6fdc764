import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { Confirm } from '../../parts/confirm';
import { useBranch } from '../../session/branch';
import { appointmentCancel } from './appointment_changes';
import { secondsOf } from './board_scale';
import type { Appointment, Profile } from './calendar_query';
import { ChangeRequest } from './change_request';
import { MoveForm } from './move_form';
import { OutcomeChoice } from './outcome_choice';
import { useNow } from './use_now';
import type { Move } from './use_move';
import { appointmentWords } from './appointment_words';

const EditAppointment = lazy(() => import('./edit_appointment'));

interface Props {
  appointment: Appointment;
  people: readonly Profile[];
  move: Move;
  onClose(): void;
}

/** Moves, edits or cancels an appointment, or records its outcome. */
export function AppointmentActions({ appointment, people, move, onClose }: Props) {
  const t = useWords(appointmentWords);
  const change = useChange();
  const now = useNow();
  const { sendsMail } = useBranch();
  const [isMoving, moving] = useDisclosure();
  const [isEditing, editing] = useDisclosure();
  const [isCancelling, cancelling] = useDisclosure();
  const { id, start, status } = appointment;
  const buttons = { moving: useRef<HTMLButtonElement>(null), editing: useRef<HTMLButtonElement>(null) };
  const open = isMoving ? 'moving' : isEditing ? 'editing' : undefined;
  const former = useRef<'moving' | 'editing' | undefined>(undefined);
  useEffect(() => {
    // The form that had the focus is gone.
    if (former.current && !open && document.activeElement === document.body) {
      buttons[former.current].current?.focus();
    }
    former.current = open;
    // oxlint-disable-next-line react/exhaustive-deps
  }, [open]);
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
      {isEditing && (
        <Suspense>
          <EditAppointment appointment={appointment} onClose={editing.close} />
        </Suspense>
      )}
      {!isMoving && !isEditing && (
        <Group>
          {status === 'CONFIRMED' && (
            <Button ref={buttons.moving} variant="default" onClick={moving.open}>
              {t.move}
            </Button>
          )}
          <Button ref={buttons.editing} variant="default" onClick={editing.open}>
            {t.edit}
          </Button>
          {status === 'CONFIRMED' && (
            <Button variant="default" onClick={cancelling.open}>
              {t.cancel}
            </Button>
          )}
        </Group>
      )}
      <Confirm opened={isCancelling} title={t.cancel} onClose={cancelling.close} onConfirm={() => void cancel()}>
        {sendsMail ? t.cancelHint : t.noMailCancel}
      </Confirm>
    </Stack>
  );
}
