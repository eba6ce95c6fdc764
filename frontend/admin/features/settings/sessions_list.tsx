import { Button, List, Stack, Text, Title } from '@mantine/core';
import { useChange } from '../../api/use_change';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { signOut } from '../../session/sign_out';
import type { OwnAccess } from './settings_query';
import { settingsWords } from './words';

/** The browsers in which the user is signed in. */
export function SessionsList({ sessions }: Pick<OwnAccess, 'sessions'>) {
  const t = useWords(settingsWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const change = useChange();
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>{t.sessions}</Title>
      <List>
        {sessions.map(({ current, browser, till, createdAt, lastUsedAt }) => (
          <List.Item key={`${createdAt} ${browser} ${till}`}>
            {[till, browser || t.unknownBrowser, ...(current ? [t.thisBrowser] : [])].filter(Boolean).join(' · ')}
            <Text size="sm" c="dimmed">
              {[t.signedInAt(format.moment(createdAt, timeZone)), t.lastUsed(format.moment(lastUsedAt, timeZone))].join(' · ')}
            </Text>
          </List.Item>
        ))}
      </List>
      {sessions.length > 1 && (
        <Button variant="default" onClick={() => void change(signOut, { input: { sessions: 'OTHERS' } }, { done: t.othersEnded })}>
          {t.endOthers}
        </Button>
      )}
    </Stack>
  );
}
