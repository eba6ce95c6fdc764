import { Stack, Tabs, Text } from '@mantine/core';
import { getNonce } from 'get-nonce';
import { useWords } from '../language/words';
import { mailDocument } from './mail_document';
import styles from './mail_view.module.css';
import { mailViewWords } from './mail_view_words';

interface Props {
  mail: { subject: string; text: string; html: string };
  /** Language of the email, if it is known. */
  language?: string;
}

/** Shows an email as its recipient sees it, in either form. It runs no scripts, and loads nothing. */
export function MailView({ mail: { subject, text, html }, language }: Props) {
  const t = useWords(mailViewWords);
  return (
    <Stack gap="sm">
      <Text fw={600} className={styles.subject} lang={language}>
        {subject}
      </Text>
      <Tabs defaultValue="html">
        <Tabs.List aria-label={t.form}>
          <Tabs.Tab value="html">{t.asPage}</Tabs.Tab>
          <Tabs.Tab value="text">{t.asText}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="html">
          <iframe className={styles.frame} title={t.asPage} sandbox="" srcDoc={mailDocument(html, getNonce() ?? '')} />
        </Tabs.Panel>
        <Tabs.Panel value="text">
          <Text className={styles.text} lang={language}>
            {text}
          </Text>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
