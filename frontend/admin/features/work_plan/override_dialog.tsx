import { Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Outcome } from '../../api/change';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { IntervalList } from '../../parts/interval_list';
import { areComplete, type Interval, nextInterval } from '../../parts/intervals';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';
import { workPlanWords } from './words';

interface Props {
  save(date: string, intervals: readonly Interval[]): Promise<Outcome<unknown>>;
  onClose(): void;
}

/** Sets an exception to a profile's work plan. */
export function OverrideDialog({ save, onClose }: Props) {
  const t = useWords(workPlanWords);
  const common = useWords(commonWords);
  const { timeZone } = useBranch();
  const [date, setDate] = useState(today(timeZone));
  const [intervals, setIntervals] = useState<readonly Interval[]>([]);
  const [wrong, setWrong] = useState<string>();
  const isWorking = intervals.length > 0;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const outcome = await save(date, intervals);
    if (outcome.done) {
      onClose();
    } else {
      setWrong(outcome.errors[0]?.message);
    }
  }
  return (
    <Modal opened onClose={onClose} title={t.addOverride} size="lg">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <TextInput type="date" label={t.date} value={date} error={wrong} onChange={(event) => setDate(event.currentTarget.value)} />
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
