import { Button, Group, Modal, Radio, Stack, Table, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { customerMerge, customerMergeUndo } from './customers_query';
import { type Mergeable, merged } from './merged';
import { customersWords } from './words';

interface Props {
  customer: Mergeable;
  other: Mergeable;
  onClose(): void;
}

const nameOf = ({ name, email, phone }: Mergeable) => [name, email, phone].filter(Boolean).join(' · ');

/** Asks which of two customers stays, and shows what stays of both. */
export function MergeDialog({ customer, other, onClose }: Props) {
  const t = useWords(customersWords);
  const common = useWords(commonWords);
  const { client } = useApi();
  const change = useChange();
  const navigate = useNavigate();
  const [keepId, setKeepId] = useState(customer.confirmedAt || !other.confirmedAt ? customer.id : other.id);
  const [isSending, setSending] = useState(false);
  const [kept, gone] = keepId === customer.id ? [customer, other] : [other, customer];
  const result = merged(kept, gone);

  async function merge() {
    setSending(true);
    const outcome = await change(
      customerMerge,
      { input: { keepId: kept.id, mergeId: gone.id } },
      { done: t.merged, undo: ({ mergeId }) => send(client, customerMergeUndo, { input: { id: mergeId ?? '' } }) },
    );
    setSending(false);
    onClose();
    if (outcome.done && kept !== customer) {
      void navigate({ to: `/kunden/${kept.id}`, replace: true });
    }
  }
  return (
    <Modal opened onClose={onClose} title={t.mergeTitle}>
      <Stack>
        <Radio.Group label={t.whoStays} value={keepId} onChange={setKeepId}>
          <Stack gap="xs" mt="xs">
            <Radio value={customer.id} label={nameOf(customer)} />
            <Radio value={other.id} label={nameOf(other)} />
          </Stack>
        </Radio.Group>
        <Table withTableBorder aria-label={t.whatStays}>
          <Table.Tbody>
            {[
              [t.name, result.name],
              [t.email, result.email ?? '–'],
              [t.phone, result.phone || '–'],
              [t.appointments, t.ofBoth],
              [t.card, t.ofBoth],
            ].map(([label, value]) => (
              <Table.Tr key={label}>
                <Table.Th scope="row">{label}</Table.Th>
                <Table.Td>{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="sm">
          {result.lost && `${gone.confirmedAt ? t.addressLost(result.lost) : t.addressUnconfirmed(result.lost)} `}
          {t.mergeHint}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button loading={isSending} onClick={() => void merge()}>
            {t.merge}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
