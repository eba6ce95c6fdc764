import { Button, Group, Input, Modal, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { useBranch } from '../../session/branch';
import { RestoredDraft, useKeptDraft } from '../../session/kept_draft';
import { instantAt } from '../../session/wall_clock';
import { useAbsences, workPlanWords } from '../work_plan';
import type { Profile, RosterAbsence } from './calendar_query';
import { calendarWords } from './words';

interface Props {
  day: string;
  people: readonly Profile[];
  /** The profile that is proposed. */
  staffId: string | undefined;
  onClose(): void;
}

/** Blocks time of a person without dragging. */
export default function BlockTime({ day, people, staffId: proposed, onClose }: Props) {
  const t = useWords(calendarWords);
  const common = useWords(commonWords);
  const kinds = useWords(workPlanWords).kinds;
  const { timeZone } = useBranch();
  const draft = useKeptDraft(`block time ${proposed ?? ''} ${day}`, {
    staffId: proposed ?? people[0]?.id ?? '',
    kind: 'BREAK' as RosterAbsence['kind'],
    date: day,
    from: '12:00',
    to: '12:30',
  });
  const { staffId, kind, date, from, to } = draft.value;
  const set = (part: Partial<typeof draft.value>) => draft.write({ ...draft.value, ...part });
  const [wrong, setWrong] = useState<string>();
  const { add } = useAbsences(staffId);

  async function save(event: FormEvent) {
    event.preventDefault();
    const times = { start: instantAt(date, from, timeZone), end: instantAt(date, to, timeZone) };
    const outcome = await add({ kind, note: '', idempotencyKey: draft.id, times });
    if (outcome.done) {
      draft.drop();
      onClose();
    } else {
      setWrong(outcome.errors[0]?.message);
    }
  }
  return (
    <Modal opened onClose={onClose} title={t.block}>
      <form onSubmit={(event) => void save(event)} noValidate>
        <Stack>
          <RestoredDraft of={draft} onDiscard={() => setWrong(undefined)} />
          <Choice
            label={t.person}
            data-autofocus
            value={staffId}
            data={people.map(({ id, displayName }) => ({ value: id, label: displayName }))}
            onChange={(event) => set({ staffId: event.currentTarget.value })}
          />
          <Choice
            label={t.blockKind}
            value={kind}
            data={(Object.keys(kinds) as RosterAbsence['kind'][]).map((value) => ({ value, label: kinds[value] }))}
            onChange={(event) => set({ kind: event.currentTarget.value as RosterAbsence['kind'] })}
          />
          <TextInput type="date" label={t.date} value={date} onChange={(event) => set({ date: event.currentTarget.value })} />
          <SimpleGrid cols={2}>
            <TextInput type="time" label={t.from} value={from} onChange={(event) => set({ from: event.currentTarget.value })} />
            <TextInput type="time" label={t.to} value={to} onChange={(event) => set({ to: event.currentTarget.value })} />
          </SimpleGrid>
          {wrong && <Input.Error role="alert">{wrong}</Input.Error>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" disabled={!date || !from || !to || staffId === ''}>
              {t.block}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
