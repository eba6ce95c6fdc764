import { Alert, Button, Group, Text } from '@mantine/core';
import { commonWords } from '../language/common_words';
import { useWords } from '../language/words';

interface Props {
  /** What is saved now, as far as it has changed; empty if it is the same again. */
  now: string;
  /** Saves both; undefined if both cannot stand. */
  onMerge?: (() => void) | undefined;
  onReload(): void;
  onReplace(): void;
}

/** Says that another user has saved something else meanwhile, and asks what to do. */
export function ChangedMeanwhile({ now, onMerge, onReload, onReplace }: Props) {
  const t = useWords(commonWords);
  return (
    <Alert role="alert" color="gray" title={t.changedMeanwhile} my="md">
      {now && <Text size="sm">{t.changedTo(now)}</Text>}
      {onMerge && <Text size="sm">{t.differentDays}</Text>}
      <Group mt="sm">
        {onMerge && (
          <Button size="compact-md" onClick={onMerge}>
            {t.takeBoth}
          </Button>
        )}
        <Button size="compact-md" variant={onMerge ? 'default' : 'filled'} onClick={onReload}>
          {t.reload}
        </Button>
        <Button size="compact-md" variant="default" onClick={onReplace}>
          {t.replaceAnyway}
        </Button>
      </Group>
    </Alert>
  );
}
