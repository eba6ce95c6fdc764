import { Alert, Button, Group, List, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../../api/use_change';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Confirm } from '../../parts/confirm';
import { useCopy } from '../../parts/use_copy';
import { useBranch } from '../../session/branch';
import { useSession } from '../../session/session';
import { staffAccessRemove, staffAccessSend } from './access_changes';
import { AccessForm } from './access_form';
import { accessWords } from './access_words';
import { CalendarFeed } from './calendar_feed';
import type { Profile } from './profile_query';

interface Props {
  profile: Profile;
}

/** Shows and changes how a profile signs in. */
export function AccessTab({ profile }: Props) {
  const t = useWords(accessWords);
  const { me } = useSession();

  if (me.signedInBy === 'PIN') {
    return <Alert color="gray">{t.passwordNeeded}</Alert>;
  }
  if (profile.role === 'OWNER' && me.role !== 'OWNER') {
    return <Alert color="gray">{t.roleTooHigh}</Alert>;
  }
  return (
    <Stack gap="xl">
      <Present profile={profile} />
      <Stack component="section">
        <Title order={2}>{t.setTitle}</Title>
        <AccessForm profile={profile} isOwn={profile.id === me.profile.id} />
      </Stack>
      <Stack component="section">
        <Title order={2}>{t.feed}</Title>
        <CalendarFeed staffId={profile.id} isActive={profile.hasCalendarFeed} />
      </Stack>
    </Stack>
  );
}

/** The current access, with buttons to send a link or remove it. */
function Present({ profile: { id, displayName, access, samePersonAs } }: Props) {
  const t = useWords(accessWords);
  const { timeZone } = useBranch();
  const format = useFormat();
  const change = useChange();
  const [isSure, setSure] = useState(false);
  const [link, setLink] = useState<string>();
  const [isAsked, setAsked] = useState(false);
  const { copied, copy } = useCopy(link ?? '');

  async function send({ handOver }: { handOver: boolean }) {
    const outcome = await change(staffAccessSend, { input: { staffId: id, handOver } }, { done: (payload) => (payload.link ? t.linkCreated : t.sent) });
    setLink(outcome.done ? (outcome.payload.link ?? undefined) : undefined);
    setAsked(handOver);
  }

  return (
    <Stack component="section">
      {access ? (
        <List>
          <List.Item>{access.email || t.noEmail}</List.Item>
          {access.passwordSetAt && <List.Item>{t.passwordSince(format.moment(access.passwordSetAt, timeZone))}</List.Item>}
          {access.pinSetAt && <List.Item>{t.pinSince(format.moment(access.pinSetAt, timeZone))}</List.Item>}
          {access.pinLockedUntil && <List.Item>{t.pinLocked(format.moment(access.pinLockedUntil, timeZone))}</List.Item>}
          <List.Item>{t.sessions(access.sessions)}</List.Item>
        </List>
      ) : (
        <Text>{t.no}</Text>
      )}
      {samePersonAs.length > 0 && <Text>{t.samePerson(format.list(samePersonAs.map((other) => other.displayName)))}</Text>}
      <Text c="dimmed">{t.sendHint}</Text>
      {link && (
        <Alert color="gray" title={isAsked ? t.linkCreated : t.noMail}>
          <Group align="flex-end">
            <TextInput flex={1} label={t.link} description={t.linkOnce} value={link} readOnly />
            <Button variant="default" onClick={copy}>
              {copied ? t.linkCopied : t.linkCopy}
            </Button>
          </Group>
        </Alert>
      )}
      <Group>
        <Button onClick={() => void send({ handOver: false })}>{t.send}</Button>
        <Button variant="default" onClick={() => void send({ handOver: true })}>
          {t.linkCreate}
        </Button>
        {access && (
          <Button variant="default" onClick={() => setSure(true)}>
            {t.remove}
          </Button>
        )}
      </Group>
      <Confirm
        opened={isSure}
        title={t.remove}
        onClose={() => setSure(false)}
        onConfirm={() => void change(staffAccessRemove, { input: { staffId: id } }, { done: t.removed })}
      >
        {t.removeSure(displayName)}
      </Confirm>
    </Stack>
  );
}
