import { Button, Group } from '@mantine/core';
import { useWords, words } from '../language/words';

const moreWords = words({ more: 'Mehr laden' }, { more: 'Load more' });

interface Props {
  /** From the result of `usePagedQuery`. */
  hasMore: boolean;
  onMore(): void;
}

/** A button that loads the next page of a list. */
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
