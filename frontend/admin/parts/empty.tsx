import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './empty.module.css';

interface Props {
  /** What is not there. */
  title: string;
  /** What to do next: a sentence, a button or both. */
  children?: ReactNode;
}

/** In place of a list that has nothing yet: says so, and what to do next. */
export function Empty({ title, children }: Props) {
  return (
    <Stack className={styles.empty} align="center" gap="sm">
      <Text fw={650}>{title}</Text>
      {children}
    </Stack>
  );
}
