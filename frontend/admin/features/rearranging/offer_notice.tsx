import { Button, Group, Text } from '@mantine/core';
import { useChange } from '../../api/use_change';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { appointmentsRearrange } from './rearranging_query';
import { rearrangingWords } from './words';

interface Props {
  appointmentId: string;
  version: number;
  expiresAt: string;
}

/** Says until when an offer is open, and withdraws it. */
export function OfferNotice({ appointmentId, version, expiresAt }: Props) {
  const t = useWords(rearrangingWords);
  const format = useFormat();
  const branch = useBranch();
  const change = useChange();
  const withdraw = () =>
    change(
      appointmentsRearrange,
      { input: { branchId: branch.id, appointments: [{ appointmentId, expectedVersion: version, withdrawOffer: true }] } },
      { done: t.withdrawn },
    );
  return (
    <Group gap="xs">
      <Text size="sm">{t.offerOpen(format.time(expiresAt, branch.timeZone))}</Text>
      <Button size="compact-sm" variant="default" onClick={() => void withdraw()}>
        {t.withdraw}
      </Button>
    </Group>
  );
}
