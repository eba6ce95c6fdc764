import { Modal, Stack, Text } from '@mantine/core';
import { useLiveQuery } from '../../api/live_query';
import { useWords } from '../../language/words';
import { Answer } from '../../parts/page';
import styles from './mail_preview_dialog.module.css';
import { mailPreviewQuery, type Mail } from './outbox_query';
import { outboxWords } from './words';

interface Props {
  mail: Mail;
  onClose(): void;
}

/** Previews an email. */
export function MailPreviewDialog({ mail: { id, kind }, onClose }: Props) {
  const t = useWords(outboxWords);
  const answer = useLiveQuery(mailPreviewQuery, { mailId: id });
  return (
    <Modal opened onClose={onClose} title={t.kinds[kind]} size="lg">
      <Answer of={answer}>
        {({ mailPreview }) =>
          mailPreview ? (
            <Stack>
              <Text fw={600}>{mailPreview.subject}</Text>
              <Text className={styles.text}>{mailPreview.text}</Text>
            </Stack>
          ) : (
            <Text>{t.failed}</Text>
          )
        }
      </Answer>
    </Modal>
  );
}
