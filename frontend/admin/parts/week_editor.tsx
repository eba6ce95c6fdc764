import { Button, Group, Stack } from '@mantine/core';
import { useFormat } from '../language/format';
import { useWords, words } from '../language/words';
import { IntervalList } from './interval_list';
import { type WeeklyInterval, weekdays, withDay, withWorkdaysAsMonday } from './intervals';

interface Props {
  value: readonly WeeklyInterval[];
  /** Text for a day without intervals. */
  none: string;
  onChange(value: WeeklyInterval[]): void;
}

const weekWords = words({ asMonday: 'Di–Fr wie Montag' }, { asMonday: 'Tue–Fri as Monday' });

/** Edits the intervals of a week. */
export function WeekEditor({ value, none, onChange }: Props) {
  const t = useWords(weekWords);
  const format = useFormat();
  return (
    <Stack gap={0}>
      {weekdays.map((weekday, index) => (
        <IntervalList
          key={weekday}
          label={format.weekday(index)}
          none={none}
          value={value.filter((interval) => interval.weekday === weekday)}
          onChange={(intervals) => onChange(withDay(value, weekday, intervals))}
        />
      ))}
      <Group mt="sm">
        <Button variant="default" size="compact-md" onClick={() => onChange(withWorkdaysAsMonday(value))}>
          {t.asMonday}
        </Button>
      </Group>
    </Stack>
  );
}
