import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { usePagedQuery } from '../../api/paged_query';
import { useChange } from '../../api/use_change';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { LoadMore } from '../../parts/load_more';
import { Answer, Page } from '../../parts/page';
import { ScrollRegion } from '../../parts/scroll_region';
import { useBranch } from '../../session/branch';
import { MailNotice } from './mail_notice';
import { MailPreviewDialog } from './mail_preview_dialog';
import { type Mail, mailRetry, outboxQuery } from './outbox_query';
import { outboxWords } from './words';

/** The outbox: emails to send, sent and failed. */
export function OutboxPage() {
  const t = useWords(outboxWords);
  const answer = usePagedQuery(outboxQuery, {}, ({ outbox }) => outbox);
  const [opened, setOpened] = useState<Mail>();
  return (
    <Page title={t.title} intro={t.intro} width="list">
      <MailNotice />
      <Answer of={answer}>
        {({ nodes, hasMore }) => {
          if (nodes.length === 0) {
            return (
              <Empty title={t.nothing}>
                <Text>{t.nothingHint}</Text>
              </Empty>
            );
          }
          return (
            <>
              <ScrollRegion label={t.title}>
                <Table withTableBorder aria-label={t.title}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t.what}</Table.Th>
                      <Table.Th>{t.state}</Table.Th>
                      <Table.Th>{t.due}</Table.Th>
                      <Table.Th aria-label={t.read} />
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {nodes.map((mail) => (
                      <Row key={mail.id} mail={mail} onRead={() => setOpened(mail)} />
                    ))}
                  </Table.Tbody>
                </Table>
              </ScrollRegion>
              <LoadMore hasMore={hasMore} onMore={answer.more} />
            </>
          );
        }}
      </Answer>
      {opened && <MailPreviewDialog mail={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  );
}

interface RowProps {
  mail: Mail;
  onRead(): void;
}

function Row({ mail: { id, kind, state, dueAt, sentAt, attempts, failure, staff, appointment }, onRead }: RowProps) {
  const t = useWords(outboxWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const change = useChange();
  const who = appointment?.contact?.name ?? staff?.displayName ?? '';
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {t.kinds[kind]}
        <Text size="sm" c="dimmed">
          {who}
        </Text>
      </Table.Th>
      <Table.Td>
        <Badge variant="light" tt="none" color={state === 'FAILED' ? 'violet' : 'petrol'}>
          {t.states[state]}
        </Badge>
        {failure && (
          <Text size="sm" c="dimmed">
            {attempts > 0 && `${t.attempts(attempts)}: `}
            {failure}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{format.moment(sentAt ?? dueAt, timeZone)}</Table.Td>
      <Table.Td>
        <Group gap={4} justify="flex-end" wrap="nowrap">
          {state === 'FAILED' && (
            <Button variant="default" size="compact-md" onClick={() => void change(mailRetry, { input: { id } }, { done: t.retried })}>
              {t.retry}
            </Button>
          )}
          <Button variant="subtle" size="compact-md" aria-label={t.readOf(t.kinds[kind], who)} onClick={onRead}>
            {t.read}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
