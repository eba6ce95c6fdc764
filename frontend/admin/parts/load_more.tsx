import { Button, Group } from '@mantine/core';
import { useWords, words } from '../language/words';

const moreWords = words({ more: 'Mehr laden' }, { more: 'Load more' });

interface Props {
  /** As `usePagedQuery` gives it. */
  hasMore: boolean;
  onMore(): void;
}

/** Below a list that goes on. */
export function LoadMore({ hasMore, onMore }: Props) {
  const t = useWords(moreWords);
  return (
    hasMore && (
      <Group justify="center">
        <Button variant="default" onClick={onMore}>
          {t.more}
        </Button>
      </Group>
    )
  );
}
