import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { commonWords } from '../language/common_words';
import { useWords } from '../language/words';

interface Props {
  /** The heading, and the title of the window. */
  title: string;
  /** The title of the window, when it is another. */
  windowTitle?: string;
  /** What the page is for, in a sentence. */
  intro?: ReactNode;
  /** Buttons beside the heading. */
  actions?: ReactNode;
  /** The widest that the page gets, in pixels; default: as wide as the window. */
  width?: number;
  children: ReactNode;
}

/** A page: its heading, and what is below it. */
export function Page({ title, windowTitle = title, intro, actions, width, children }: Props) {
  useEffect(() => {
    document.title = `${windowTitle} · Visavis`;
  }, [windowTitle]);

  return (
    <Stack gap="md" maw={width}>
      <Group justify="space-between" align="center">
        <Title order={1}>{title}</Title>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {intro && <Text c="dimmed">{intro}</Text>}
      {children}
    </Stack>
  );
}

interface AnswerProps<Data> {
  /** As `useLiveQuery` gives it. */
  of: { data: Data | undefined; failed: boolean; retry(): void };
  children: (data: Data) => ReactNode;
}

/** Shows what was read; before, that it is on its way, or that it has failed and how to go on. */
export function Answer<Data>({ of: { data, failed, retry }, children }: AnswerProps<Data>) {
  const t = useWords(commonWords);
  if (data) {
    return children(data);
  }
  if (failed) {
    return (
      <Stack align="flex-start" role="alert">
        <Text>{t.loadingFailed}</Text>
        <Button onClick={retry}>{t.retry}</Button>
      </Stack>
    );
  }
  return (
    <Stack aria-busy="true" aria-label={t.loading} >
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} height={56} />
      ))}
    </Stack>
  );
}
