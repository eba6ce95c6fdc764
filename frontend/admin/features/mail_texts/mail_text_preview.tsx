import { Card, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useLiveQuery } from '../../api/live_query';
import { useWords } from '../../language/words';
import { MailView } from '../../parts/mail_view';
import { Answer } from '../../parts/page';
import { type Content, type MailText, mailTextPreviewQuery, type Preview } from './mail_texts_query';
import { mailTextsWords } from './words';

interface Props {
  branchId: string;
  kind: MailText['kind'];
  locale: MailText['locale'];
  content: Content;
}

/** How long nothing is typed before the preview follows, in milliseconds. */
const pause = 250;

/** Shows the email as its recipient sees it. Customer and appointment in it are invented. */
export function MailTextPreview({ branchId, kind, locale, content: typed }: Props) {
  const t = useWords(mailTextsWords);
  const [{ subject, opening, closing }] = useDebouncedValue(typed, pause);
  const answer = useLiveQuery(mailTextPreviewQuery, { branchId, kind, locale, content: { subject, opening, closing } });
  const next = answer.data?.mailTextPreview ?? undefined;
  // The last preview stays until the next is there.
  const [last, setLast] = useState<Preview>();
  if (next && next !== last) {
    setLast(next);
  }
  const shown = next ?? last;
  return (
    <Card withBorder component="section" aria-label={t.preview}>
      <Title order={2} mb="xs">
        {t.preview}
      </Title>
      <Answer of={{ data: shown, failed: answer.failed, retry: answer.retry }}>
        {(preview) => <MailView mail={preview} language={locale.toLowerCase()} />}
      </Answer>
    </Card>
  );
}
