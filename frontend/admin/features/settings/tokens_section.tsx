import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { usePagedQuery } from '../../api/paged_query';
import { useChange } from '../../api/use_change';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Confirm } from '../../parts/confirm';
import { LoadMore } from '../../parts/load_more';
import { Answer } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { NewToken } from './new_token';
import { apiTokenRevoke } from './settings_changes';
import { tokensQuery } from './settings_query';
import { settingsWords } from './words';

/** The API tokens. */
export function TokensSection() {
  const t = useWords(settingsWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const change = useChange();
  const answer = usePagedQuery(tokensQuery, {}, (data) => data.apiTokens);
  const [revoked, setRevoked] = useState<string>();
  return (
    <Stack>
      <Text c="dimmed">{t.tokensHint}</Text>
      <Answer of={answer}>
        {({ nodes, hasMore }) => (
          <>
            {nodes.length === 0 && <Text>{t.noToken}</Text>}
            {nodes.map(({ id, name, role, expiresAt, lastUsedAt, staff }) => (
              <Group key={id} justify="space-between">
                <div>
                  <Text fw={600}>{name}</Text>
                  <Text size="sm" c="dimmed">
                    {[
                      staff.displayName,
                      t.roles[role],
                      t.expires(format.moment(expiresAt, timeZone)),
                      ...(lastUsedAt ? [t.lastUsed(format.moment(lastUsedAt, timeZone))] : []),
                    ].join(' · ')}
                  </Text>
                </div>
                <Button variant="subtle" aria-label={t.revokeOf(name)} onClick={() => setRevoked(id)}>
                  {t.revoke}
                </Button>
              </Group>
            ))}
            <LoadMore hasMore={hasMore} onMore={answer.more} />
          </>
        )}
      </Answer>
      <NewToken />
      <Confirm
        opened={revoked !== undefined}
        title={t.revoke}
        onClose={() => setRevoked(undefined)}
        onConfirm={() => void change(apiTokenRevoke, { input: { id: revoked ?? '' } })}
      >
        {t.revokeHint}
      </Confirm>
    </Stack>
  );
}
