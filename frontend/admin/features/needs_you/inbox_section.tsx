import { Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface Props {
  title: string;
  hint: string;
  children: ReactNode;
}

/** Things of one kind that wait for the user. */
export function InboxSection({ title, hint, children }: Props) {
  const id = useId();
  return (
    <Stack component="section" gap="xs" aria-labelledby={id}>
      <Title order={2} size="h3" id={id}>
        {title}
      </Title>
      <Text c="dimmed">{hint}</Text>
      {children}
    </Stack>
  );
}
