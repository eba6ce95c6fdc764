import { Anchor, Stack, Text } from '@mantine/core';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import type { Profile } from './profile_query';
import { staffWords } from './words';

/** How receptionists reach a colleague, and where the colleague works. */
export function ContactTab({ profile: { phone, email, branches } }: { profile: Profile }) {
  const t = useWords(staffWords);
  const format = useFormat();
  return (
    <Stack gap="xs">
      {phone && <Anchor href={`tel:${phone}`}>{phone}</Anchor>}
      {email && (
        <Anchor href={`mailto:${email}`} style={{ overflowWrap: 'anywhere' }}>
          {email}
        </Anchor>
      )}
      {!phone && !email && <Text>{t.noContact}</Text>}
      <Text c="dimmed">{format.list(branches.map(({ name }) => name))}</Text>
    </Stack>
  );
}
