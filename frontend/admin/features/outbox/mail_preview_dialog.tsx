import { Modal, Text } from '@mantine/core';
import { useLiveQuery } from '../../api/live_query';
import { useWords } from '../../language/words';
import { MailView } from '../../parts/mail_view';
import { Answer } from '../../parts/page';
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
            <MailView mail={mailPreview} />
          ) : (
            <Text>{t.failed}</Text>
          )
        }
      </Answer>
    </Modal>
  );
}
