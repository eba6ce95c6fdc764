import { Button, Group, Input, Modal, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Outcome } from '../../api/change';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { RestoredDraft, useKeptDraft } from '../../session/kept_draft';
import { absenceRequestWords } from './absence_request_words';

interface Props {
  id: string;
  /** The absence: its kind and period. */
  what: string;
  decline(answer: string): Promise<Outcome<unknown>>;
  onClose(): void;
}

/** Declines a request, with a reason. */
export function DeclineDialog({ id, what, decline, onClose }: Props) {
  const t = useWords(absenceRequestWords);
  const common = useWords(commonWords);
  const draft = useKeptDraft(`decline ${id}`, { answer: '' });
  const [isSending, setSending] = useState(false);
  const [wrong, setWrong] = useState<string>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSending(true);
    const outcome = await decline(draft.value.answer);
    setSending(false);
    if (outcome.done) {
      draft.drop();
      onClose();
    } else {
      setWrong(outcome.errors[0]?.message);
    }
  }
  return (
    <Modal opened onClose={onClose} title={t.declineOf(what)}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <RestoredDraft of={draft} onDiscard={() => setWrong(undefined)} />
          <Textarea
            label={`${t.answer} (${common.optional})`}
            data-autofocus
            autosize
            minRows={2}
            maxLength={500}
            value={draft.value.answer}
            onChange={(event) => draft.write({ answer: event.currentTarget.value })}
          />
          {wrong && <Input.Error role="alert">{wrong}</Input.Error>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" loading={isSending}>
              {t.decline}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
