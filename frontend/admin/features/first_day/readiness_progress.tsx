import { Group, Progress, Text } from '@mantine/core';
import { useWords } from '../../language/words';
import { progressOf } from './progress';
import type { BranchReadiness } from './readiness_query';
import { firstDayWords } from './words';

/** How many of the requirements are met. */
export function ReadinessProgress({ readiness }: { readiness: BranchReadiness }) {
  const t = useWords(firstDayWords);
  const { done, all } = progressOf(readiness);
  const text = t.progress(done, all);
  return (
    <Group gap="sm">
      <Progress flex={1} miw={120} maw={320} value={(100 * done) / all} aria-label={text} />
      <Text component="output" size="sm">
        {text}
      </Text>
    </Group>
  );
}
