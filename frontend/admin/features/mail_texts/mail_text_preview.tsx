import { Card, Stack, Tabs, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { getNonce } from 'get-nonce';
import { useState } from 'react';
import { useLiveQuery } from '../../api/live_query';
import { useWords } from '../../language/words';
import { Answer } from '../../parts/page';
import styles from './mail_text_preview.module.css';
import { type Content, type MailText, mailTextPreviewQuery, type Preview } from './mail_texts_query';
import { shownDocument } from './shown_document';
import { mailTextsWords } from './words';

interface Props {
  branchId: string;
  kind: MailText['kind'];
  locale: MailText['locale'];
  content: Content;
}

/** How long nothing is typed before the preview follows, in milliseconds. */
const pause = 250;

/** Shows the email as its recipient sees it. The appointment in it is invented. */
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
        {(preview) => (
          <Stack gap="sm">
            <Text fw={600} className={styles.subject}>
              {preview.subject}
            </Text>
            <Tabs defaultValue="html">
              <Tabs.List aria-label={t.preview}>
                <Tabs.Tab value="html">{t.asPage}</Tabs.Tab>
                <Tabs.Tab value="text">{t.asText}</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="html">
                <iframe className={styles.frame} title={t.asPage} sandbox="" srcDoc={shownDocument(preview.html, getNonce() ?? '')} />
              </Tabs.Panel>
              <Tabs.Panel value="text">
                <Text className={styles.text} lang={locale.toLowerCase()}>
                  {preview.text}
                </Text>
              </Tabs.Panel>
            </Tabs>
          </Stack>
        )}
      </Answer>
    </Card>
  );
}
