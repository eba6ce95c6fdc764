import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import type { Shifts } from './own_times';
import { ownDayWords } from './words';

/** The user's available times of this week and the next. */
export function OwnShifts({ days }: { days: readonly Shifts[] }) {
  const t = useWords(ownDayWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  return (
    <Card withBorder component="section" aria-label={t.shifts}>
      <Title order={2}>{t.shifts}</Title>
      {days.length === 0 ? (
        <Text mt="xs">{t.noShifts}</Text>
      ) : (
        <Stack component="ul" gap={4} mt="xs" mb={0} p={0} style={{ listStyle: 'none' }}>
          {days.map(({ date, times }) => (
            <Group key={date} component="li" justify="space-between" gap="xs" align="flex-start">
              <Text>{format.shortDay(date)}</Text>
              <Text>{times.map(({ start, end }) => `${format.time(start, timeZone)}–${format.time(end, timeZone)}`).join(', ')}</Text>
            </Group>
          ))}
        </Stack>
      )}
    </Card>
  );
}
