import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { commonWords } from '../language/common_words';
import { useWords } from '../language/words';

interface Props {
  opened: boolean;
  /** The question; also the label of the button. */
  title: string;
  /** The consequences. */
  children: ReactNode;
  onClose(): void;
  onConfirm(): void;
}

/** Confirms an action that cannot be undone. */
export function Confirm({ opened, title, children, onClose, onConfirm }: Props) {
  const t = useWords(commonWords);
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <Stack>
        <Text>{children}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t.cancel}
          </Button>
          <Button
            color="red.8"
            onClick={() => {
              onConfirm(); // first, since the question before leaving a page takes one answer
              onClose();
            }}
          >
            {title}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
