import { Button, Card, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Confirm } from '../../parts/confirm';
import { useBranch } from '../../session/branch';
import type { Appointment } from './calendar_query';
import { changeRequestAccept, changeRequestDecline } from './change_request_changes';
import { changeRequestWords } from './change_request_words';

interface Props {
  appointment: Appointment;
  onClose(): void;
  /** Opens the form that moves the appointment, which accepts a request to move. */
  onMove(): void;
}

/** What the customer asks of the salon, with the answers to it; or the answer it got. */
export function ChangeRequest({ appointment: { changeRequest: request }, onClose, onMove }: Props) {
  const t = useWords(changeRequestWords);
  const format = useFormat();
  const { timeZone, sendsMail } = useBranch();
  const common = useWords(commonWords);
  const change = useChange();
  const [isCancelling, cancelling] = useDisclosure();
  const [isDeclining, declining] = useDisclosure();
  const [isSending, setSending] = useState(false);
  const [answer, setAnswer] = useState('');
  const card = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  // The button that had the focus is gone.
  useEffect(() => {
    if (isDeclining) {
      field.current?.focus();
    }
  }, [isDeclining]);
  if (!request) {
    return null;
  }
  const { id, kind, state, text, createdAt, answeredBy } = request;

  async function accept() {
    setSending(true);
    const { done } = await change(changeRequestAccept, { input: { id } }, { done: t.cancelled });
    setSending(false);
    if (done) {
      onClose();
    }
  }
  async function decline() {
    setSending(true);
    const { done } = await change(changeRequestDecline, { input: { id, answer } }, { done: t.declined });
    setSending(false);
    if (done) {
      declining.close();
      card.current?.focus();
    }
  }
  return (
    <Card ref={card} withBorder padding="sm" component="section" aria-label={t.title} tabIndex={-1}>
      <Stack gap="xs">
        <Text fw={600}>{t.kinds[kind]}</Text>
        <Text size="sm" c="dimmed">
          {format.moment(createdAt, timeZone)} · {t.states[state]}
          {answeredBy && ` · ${answeredBy.displayName}`}
        </Text>
        {text && <Text style={{ whiteSpace: 'pre-line' }}>{text}</Text>}
        {state === 'DECLINED' && request.answer && (
          <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
            {t.answered}: {request.answer}
          </Text>
        )}
        {state === 'OPEN' && !isDeclining && (
          <Group gap="xs">
            <Button onClick={kind === 'MOVE' ? onMove : cancelling.open} loading={isSending}>
              {t.accept[kind]}
            </Button>
            <Button variant="default" onClick={declining.open}>
              {t.decline}
            </Button>
          </Group>
        )}
        {state === 'OPEN' && isDeclining && (
          <form
            aria-label={t.decline}
            onSubmit={(event) => {
              event.preventDefault();
              void decline();
            }}
          >
            <Stack gap="xs">
              <Textarea
                label={`${t.answer} (${common.optional})`}
                description={sendsMail ? t.answerHint : t.noMail}
                autosize
                minRows={2}
                maxLength={500}
                ref={field}
                value={answer}
                onChange={(event) => setAnswer(event.currentTarget.value)}
              />
              <Group gap="xs">
                <Button type="submit" loading={isSending}>
                  {t.decline}
                </Button>
                <Button variant="default" onClick={declining.close}>
                  {common.cancel}
                </Button>
              </Group>
            </Stack>
          </form>
        )}
      </Stack>
      <Confirm opened={isCancelling} title={t.accept.CANCEL} onClose={cancelling.close} onConfirm={() => void accept()}>
        {sendsMail ? t.cancelHint : t.noMail}
      </Confirm>
    </Card>
  );
}
