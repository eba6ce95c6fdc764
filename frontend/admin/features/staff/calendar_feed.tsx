import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { useCopy } from '../../parts/use_copy';
import { staffCalendarFeedRemove, staffCalendarFeedRenew } from './access_changes';
import { accessWords } from './access_words';

interface Props {
  staffId: string;
  isActive: boolean;
}

/** The calendar feed. Its URL is shown once, when it is created. */
export function CalendarFeed({ staffId, isActive }: Props) {
  const t = useWords(accessWords);
  const change = useChange();
  const [address, setAddress] = useState<string>();
  const { copied, copy } = useCopy(address ?? '');
  const variables = { input: { staffId } };

  async function renew() {
    const outcome = await change(staffCalendarFeedRenew, variables);
    setAddress(outcome.done ? (outcome.payload.url ?? undefined) : undefined);
  }
  async function end() {
    await change(staffCalendarFeedRemove, variables);
    setAddress(undefined);
  }

  return (
    <Stack>
      <Text c="dimmed">{t.feedIntro}</Text>
      {address && (
        <Group align="flex-end">
          <TextInput flex={1} label={t.feedAddress} description={t.feedOnce} value={address} readOnly />
          <Button variant="default" onClick={copy}>
            {copied ? t.feedCopied : t.feedCopy}
          </Button>
        </Group>
      )}
      <Group>
        <Button variant="default" onClick={() => void renew()}>
          {t.feedRenew}
        </Button>
        {isActive && (
          <Button variant="default" onClick={() => void end()}>
            {t.feedEnd}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
