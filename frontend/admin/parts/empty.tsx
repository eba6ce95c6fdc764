import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './empty.module.css';

interface Props {
  /** What is missing. */
  title: string;
  /** The next step: a sentence, a button or both. */
  children?: ReactNode;
}

/** The empty state of a list: what is missing, and the next step. */
export function Empty({ title, children }: Props) {
  return (
    <Stack className={styles.empty} align="center" gap="sm">
      <Text fw={650}>{title}</Text>
      {children}
    </Stack>
  );
}
