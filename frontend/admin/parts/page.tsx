import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { commonWords } from '../language/common_words';
import { useWords } from '../language/words';

/** The maximum widths of content, in pixels. */
const widths = {
  /** Forms and cards, whose lines are read. */
  form: 900,
  /** Tables of several columns. */
  list: 1200,
} as const;

interface Props {
  /** The heading, and the default for the window title. */
  title: string;
  /** The window title, if it differs. */
  windowTitle?: string;
  /** The purpose of the page in a sentence. */
  intro?: ReactNode;
  /** Buttons beside the heading. */
  actions?: ReactNode;
  /** The maximum width; default: none, for boards and matrices. */
  width?: keyof typeof widths;
  children: ReactNode;
}

/** A page with its heading. */
export function Page({ title, windowTitle = title, intro, actions, width, children }: Props) {
  useEffect(() => {
    document.title = `${windowTitle} · Visavis`;
  }, [windowTitle]);

  return (
    <Stack gap="md" maw={width && widths[width]}>
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
  /** The result of `useLiveQuery`. */
  of: { data: Data | undefined; loading?: boolean; failed: boolean; retry(): void };
  children: (data: Data) => ReactNode;
}

/** Shows the data of a query, a placeholder while it loads, or the error with a retry button. */
export function Answer<Data>({ of: { data, loading = false, failed, retry }, children }: AnswerProps<Data>) {
  const t = useWords(commonWords);
  if (data) {
    return children(data);
  }
  if (failed) {
    return (
      <Stack align="flex-start" role="alert">
        <Text>{t.loadingFailed}</Text>
        <Button loading={loading} onClick={retry}>{t.retry}</Button>
      </Stack>
    );
  }
  return (
    <Stack component="output" aria-busy="true" aria-label={t.loading}>
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} height={56} />
      ))}
    </Stack>
  );
}
