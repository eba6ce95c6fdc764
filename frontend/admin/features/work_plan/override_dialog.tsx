import { Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { isChangedMeanwhile, type Outcome } from '../../api/change';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { ChangedMeanwhile } from '../../parts/changed_meanwhile';
import { IntervalList } from '../../parts/interval_list';
import { areComplete, type Interval, nextInterval } from '../../parts/intervals';
import { useBranch } from '../../session/branch';
import { RestoredDraft, useKeptDraft } from '../../session/kept_draft';
import { today } from '../../session/today';
import type { ShiftOverride } from './work_plan_query';
import { workPlanWords } from './words';

/** The exceptions of the date that are saved. */
interface Saved {
  staff: { shiftOverrides: readonly ShiftOverride[] } | null;
}

interface Props {
  staffId: string;
  /** `replaced` is what others have saved since the dialog opened, if that is to be replaced. Undefined: the server is unreachable. */
  save(date: string, intervals: readonly Interval[], replaced?: readonly ShiftOverride[]): Promise<Outcome<Saved> | undefined>;
  onClose(): void;
}

/** Sets an exception to a profile's work plan. */
export function OverrideDialog({ staffId, save, onClose }: Props) {
  const t = useWords(workPlanWords);
  const common = useWords(commonWords);
  const { timeZone } = useBranch();
  const [day] = useState(today(timeZone));
  const draft = useKeptDraft(`shift override ${staffId}`, { date: day, intervals: [] as readonly Interval[] });
  const { date, intervals } = draft.value;
  const setIntervals = (next: readonly Interval[]) => draft.write({ date, intervals: next });
  const [wrong, setWrong] = useState<string>();
  const [changed, setChanged] = useState<readonly ShiftOverride[]>();
  const isWorking = intervals.length > 0;

  /** Describes what others have saved. */
  function saved([override]: readonly ShiftOverride[]) {
    return override ? override.intervals.map(({ from, to }) => `${from}–${to}`).join(', ') || t.off : t.asPlanned;
  }
  async function submit(replaced?: readonly ShiftOverride[]) {
    const outcome = await save(date, intervals, replaced);
    if (!outcome) {
      setWrong(common.unreachable);
    } else if (outcome.done) {
      draft.drop();
      onClose();
    } else if (isChangedMeanwhile(outcome)) {
      setChanged(outcome.payload?.staff?.shiftOverrides);
    } else {
      setWrong(outcome.errors[0]?.message);
    }
  }
  return (
    <Modal opened onClose={onClose} title={t.addOverride} size="lg">
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
        noValidate
      >
        <Stack>
          <RestoredDraft
            of={draft}
            onDiscard={() => {
              setChanged(undefined);
              setWrong(undefined);
            }}
          />
          <TextInput
            type="date"
            data-autofocus
            label={t.date}
            value={date}
            error={wrong}
            onChange={(event) => {
              draft.write({ date: event.currentTarget.value, intervals });
              setChanged(undefined); // another date has another exception
            }}
          />
          <SegmentedControl
            aria-label={t.times}
            value={isWorking ? 'works' : 'off'}
            data={[
              { value: 'off', label: t.off },
              { value: 'works', label: t.works },
            ]}
            onChange={(state) => setIntervals(state === 'works' ? [nextInterval([])] : [])}
          />
          {isWorking && <IntervalList label={t.times} value={intervals} none={t.off} onChange={setIntervals} />}
          {changed && <ChangedMeanwhile now={saved(changed)} onReload={onClose} onReplace={() => void submit(changed)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" disabled={!date || !areComplete(intervals)}>
              {common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
