import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Outcome } from '../../api/change';
import { useLiveQuery } from '../../api/live_query';
import { commonWords } from '../../language/common_words';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Answer } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { approvalQuery } from './absence_request_query';
import { absenceRequestWords } from './absence_request_words';

interface Props {
  id: string;
  /** The absence: its kind and period. */
  what: string;
  approve(): Promise<Outcome<unknown>>;
  onClose(): void;
}

/** Approves a request, once it has shown which appointments that strands. */
export function ApproveDialog({ id, what, approve, onClose }: Props) {
  const t = useWords(absenceRequestWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const answer = useLiveQuery(approvalQuery, { id });
  const [isSending, setSending] = useState(false);

  async function submit() {
    setSending(true);
    const { done } = await approve();
    setSending(false);
    if (done) {
      onClose();
    }
  }
  return (
    <Modal opened onClose={onClose} title={t.approveOf(what)}>
      <Stack>
        <Answer of={answer}>
          {({ absenceRequestPreview: stranded }) => (
            <>
              <Text>{stranded.length === 0 ? t.nothingStranded : t.stranded(stranded.length)}</Text>
              {stranded.length > 0 && (
                <List>
                  {stranded.map(({ id: appointmentId, start, contact, service }) => (
                    <List.Item key={appointmentId}>
                      {[format.moment(start, timeZone), contact?.name, service.name].filter(Boolean).join(' · ')}
                    </List.Item>
                  ))}
                </List>
              )}
              <Group justify="flex-end">
                <Button variant="default" onClick={onClose}>
                  {common.cancel}
                </Button>
                <Button loading={isSending} onClick={() => void submit()} data-autofocus>
                  {t.approve}
                </Button>
              </Group>
            </>
          )}
        </Answer>
      </Stack>
    </Modal>
  );
}
