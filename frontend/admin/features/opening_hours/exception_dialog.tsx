import { Button, Group, Input, Modal, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { ChangedMeanwhile } from '../../parts/changed_meanwhile';
import { IntervalList } from '../../parts/interval_list';
import { areComplete, type Interval, nextInterval } from '../../parts/intervals';
import { useBranch } from '../../session/branch';
import { RestoredDraft, useKeptDraft } from '../../session/kept_draft';
import { today } from '../../session/today';
import { daysBetween } from './days';
import type { Exceptional, Refusal } from './exceptions_change';
import type { Exception } from './opening_hours_query';
import { openingHoursWords } from './words';

interface Props {
  /** Undefined: a new one. */
  exception: Exception | undefined;
  /** `replaced` is what others have saved since the dialog opened, if that is to be replaced. */
  save(dates: readonly string[], exceptional: Exceptional, replaced?: readonly Exception[]): Promise<Refusal | undefined>;
  onClose(): void;
}

/** Creates or edits an exception to the opening hours. */
export function ExceptionDialog({ exception, save, onClose }: Props) {
  const t = useWords(openingHoursWords);
  const common = useWords(commonWords);
  const { timeZone } = useBranch();
  // What others save meanwhile is not in it.
  const [initial] = useState(() => ({
    first: exception?.date ?? today(timeZone),
    last: '',
    intervals: (exception?.intervals ?? []).map(({ from, to }): Interval => ({ from, to })),
    reason: exception?.reason ?? '',
  }));
  const draft = useKeptDraft(`opening exception ${exception?.date ?? ''}`, initial);
  const { first, last, intervals, reason } = draft.value;
  const [wrong, setWrong] = useState<Refusal>();
  const [isSaving, setSaving] = useState(false);
  const days = daysBetween(first, last);
  const isOpen = intervals.length > 0;

  /** Another range has other exceptions, whose changes are to be shown before they are replaced. */
  function choose(dates: { first?: string; last?: string }) {
    draft.write({ ...draft.value, ...dates });
    setWrong(undefined);
  }
  const setIntervals = (next: readonly Interval[]) => draft.write({ ...draft.value, intervals: [...next] });
  async function submit(replaced?: readonly Exception[]) {
    if (days.length === 0 || !areComplete(intervals)) {
      setWrong({ message: days.length === 0 ? t.tooLong : t.wrongTimes });
      return;
    }
    setSaving(true);
    const refused = await save(days, { intervals, reason }, replaced);
    setSaving(false);
    setWrong(refused);
    if (refused === undefined) {
      draft.drop();
      onClose();
    }
  }
  return (
    <Modal opened onClose={onClose} title={t.exceptions} size="lg">
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
        noValidate
      >
        <Stack>
          <RestoredDraft of={draft} onDiscard={() => setWrong(undefined)} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput type="date" label={t.firstDay} data-autofocus={!exception || undefined} value={first} disabled={exception !== undefined} onChange={(event) => choose({ first: event.currentTarget.value })} />
            {!exception && (
              <TextInput
                type="date"
                label={`${t.lastDay} (${common.optional})`}
                value={last}
                min={first}
                onChange={(event) => choose({ last: event.currentTarget.value })}
              />
            )}
          </SimpleGrid>
          <SegmentedControl
            aria-label={t.state}
            value={isOpen ? 'open' : 'closed'}
            data={[
              { value: 'closed', label: t.closed },
              { value: 'open', label: t.open },
            ]}
            onChange={(state) => setIntervals(state === 'open' ? [nextInterval([])] : [])}
          />
          {isOpen && <IntervalList label={t.times} value={intervals} none={t.closed} onChange={setIntervals} />}
          <TextInput label={`${t.reason} (${common.optional})`} data-autofocus={exception ? true : undefined} value={reason} onChange={(event) => draft.write({ ...draft.value, reason: event.currentTarget.value })} />
          {wrong?.meanwhile ? (
            <ChangedMeanwhile now={wrong.meanwhile.now} onReload={onClose} onReplace={() => void submit(wrong.meanwhile?.known)} />
          ) : (
            wrong && <Input.Error role="alert">{wrong.message}</Input.Error>
          )}
          <Group justify="flex-end">
            <Text size="sm" c="dimmed">
              {t.dates(days.length)}
            </Text>
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" loading={isSaving}>
              {common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
