import { Button, Group, Input, Modal, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Outcome } from '../../api/change';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { useBranch } from '../../session/branch';
import { RestoredDraft, useKeptDraft } from '../../session/kept_draft';
import { today } from '../../session/today';
import { instantAt } from '../../session/wall_clock';
import type { NewAbsence } from './use_absences';
import { workPlanWords } from './words';
import type { Absence } from './work_plan_query';

interface Props {
  staffId: string;
  /** Default: without a name, as on the page of a profile. */
  title?: string;
  /** The kind that is proposed. */
  proposed?: Absence['kind'];
  /** The first local date that is proposed; default: today. */
  day?: string;
  /** The kinds to choose from; default: all. */
  kinds?: readonly Absence['kind'][];
  /** The button; default: to save. */
  submitLabel?: string;
  save(absence: NewAbsence): Promise<Outcome<unknown>>;
  onClose(): void;
}

const allKinds: readonly Absence['kind'][] = ['HOLIDAY', 'SICK', 'TRAINING', 'BREAK', 'OTHER'];

/** Adds an absence. */
export function AbsenceDialog({ staffId, title, proposed = 'HOLIDAY', day: given, kinds = allKinds, submitLabel, save, onClose }: Props) {
  const t = useWords(workPlanWords);
  const common = useWords(commonWords);
  const { timeZone } = useBranch();
  const [day] = useState(given ?? today(timeZone));
  const draft = useKeptDraft(`absence ${staffId} ${proposed}${given ? ` ${given}` : ''}`, {
    kind: proposed,
    note: '',
    inDays: proposed !== 'BREAK',
    first: day,
    last: day,
    from: '09:00',
    to: '12:00',
  });
  const { kind, note, inDays, first, last, from, to } = draft.value;
  const set = (part: Partial<typeof draft.value>) => draft.write({ ...draft.value, ...part });
  const [wrong, setWrong] = useState<string>();
  const isWritten = first && last && (inDays || (from && to));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const when = inDays
      ? { days: { first, last } }
      : { times: { start: instantAt(first, from, timeZone), end: instantAt(last, to, timeZone) } };
    const outcome = await save({ kind, note, idempotencyKey: draft.id, ...when });
    if (outcome.done) {
      draft.drop();
      onClose();
    } else {
      setWrong(outcome.errors[0]?.message);
    }
  }
  return (
    <Modal opened onClose={onClose} title={title ?? t.addAbsence}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <RestoredDraft of={draft} onDiscard={() => setWrong(undefined)} />
          {kinds.length > 1 && (
            <Choice
              label={t.kind}
              data-autofocus
              value={kind}
              data={kinds.map((value) => ({ value, label: t.kinds[value] }))}
              onChange={(event) => set({ kind: event.currentTarget.value as Absence['kind'] })}
            />
          )}
          <Switch label={t.days} checked={inDays} onChange={(event) => set({ inDays: event.currentTarget.checked })} />
          <SimpleGrid cols={inDays ? 1 : 2}>
            <TextInput type="date" label={t.startDate} value={first} onChange={(event) => set({ first: event.currentTarget.value })} />
            {!inDays && <TextInput type="time" label={t.start} value={from} onChange={(event) => set({ from: event.currentTarget.value })} />}
            <TextInput type="date" label={t.endDate} value={last} onChange={(event) => set({ last: event.currentTarget.value })} />
            {!inDays && <TextInput type="time" label={t.end} value={to} onChange={(event) => set({ to: event.currentTarget.value })} />}
          </SimpleGrid>
          <TextInput label={`${t.note} (${common.optional})`} value={note} onChange={(event) => set({ note: event.currentTarget.value })} />
          {wrong && <Input.Error role="alert">{wrong}</Input.Error>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" disabled={!isWritten}>
              {submitLabel ?? common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
