import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { Confirm } from '../../parts/confirm';
import { legalWords } from './legal_words';
import { branchRetentionSet, retentionPreview } from './retention_query';
import type { BranchSettings } from './settings_query';

/** After how long customers are erased. It is switched on only after a preview of how many that are. */
export function RetentionCard({ branch: { id: branchId, retentionMonths } }: { branch: BranchSettings }) {
  const t = useWords(legalWords);
  const common = useWords(commonWords);
  const { client } = useApi();
  const change = useChange();
  const [written, setWritten] = useState(String(retentionMonths ?? 36));
  const [wrong, setWrong] = useState<string>();
  const [isLoading, setLoading] = useState(false);
  const [preview, setPreview] = useState<{ months: number; customers: number }>();

  async function ask() {
    const months = /^\d+$/.test(written.trim()) ? Number(written) : undefined;
    if (months === undefined) {
      setWrong(t.wrongMonths);
      return;
    }
    setWrong(undefined);
    setLoading(true);
    const { data, error } = await client.query(retentionPreview, { branchId, months }, { requestPolicy: 'network-only' }).toPromise();
    setLoading(false);
    if (data) {
      setPreview({ months, customers: data.retentionPreview });
    } else {
      setWrong(error?.graphQLErrors[0]?.message ?? common.unreachable);
    }
  }
  const switchOff = () => void change(branchRetentionSet, { input: { branchId } }, { done: t.retentionOff });
  return (
    <Card withBorder component="section" aria-label={t.retention}>
      <Stack gap="sm">
        <Title order={2}>{t.retention}</Title>
        <Text c="dimmed">{t.retentionHint}</Text>
        <Text>{retentionMonths ? t.retentionIs(retentionMonths) : t.retentionIsOff}</Text>
        <Group align="flex-start">
          <TextInput label={t.retentionMonths} inputMode="numeric" value={written} error={wrong} onChange={(event) => setWritten(event.currentTarget.value)} />
          <Button mt={25} variant="default" loading={isLoading} onClick={() => void ask()}>
            {t.retentionPreview}
          </Button>
          {retentionMonths && (
            <Button mt={25} variant="default" onClick={switchOff}>
              {t.retentionSwitchOff}
            </Button>
          )}
        </Group>
      </Stack>
      <Confirm
        opened={preview !== undefined}
        title={t.retentionSwitchOn}
        onClose={() => setPreview(undefined)}
        onConfirm={() =>
          preview && void change(branchRetentionSet, { input: { branchId, months: preview.months, customers: preview.customers } }, { done: t.retentionIs(preview.months) })
        }
      >
        {preview && t.retentionConsequences(preview.customers, preview.months)}
      </Confirm>
    </Card>
  );
}
