import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { useCopy } from '../../parts/use_copy';
import { staffAccessSend } from './access_changes';
import { peopleWords } from './people_words';

/** Somebody who may be invited. */
export interface Invited {
  id: string;
  displayName: string;
  email: string;
}

interface Props {
  people: readonly Invited[];
  /** Called when links, which cannot be shown again, appear or disappear. */
  onLinks?: ((areShown: boolean) => void) | undefined;
}

/** What fails for everybody: no answer, or a sign-in that the user has declined. */
const failsForAll = new Set(['UNREACHABLE', 'FRESH_SIGN_IN_REQUIRED', 'UNAUTHENTICATED']);

/** Creates a link for each person by which they set their password, to be handed over: to each, or from a list of all. */
export function Invitations({ people, onLinks }: Props) {
  const t = useWords(peopleWords);
  const change = useChange();
  const [links, setLinks] = useState<Readonly<Record<string, string>>>({});
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const [isSending, setSending] = useState(false);
  const invited = people.filter(({ email }) => email);
  const waiting = invited.filter(({ id }) => !links[id]);
  const list = invited.flatMap(({ id, displayName }) => (links[id] ? [`${displayName}\t${links[id]}`] : [])).join('\n');

  const areShown = list !== '';
  useEffect(() => {
    onLinks?.(areShown);
    return () => onLinks?.(false);
  }, [areShown, onLinks]);

  async function invite() {
    setSending(true);
    setRefused({});
    for (const { id } of waiting) {
      // One after the other: the first may ask to confirm the sign-in.
      // oxlint-disable-next-line no-await-in-loop
      const outcome = await change(staffAccessSend, { input: { staffId: id, handOver: true } }, { done: t.invited, fields: ['staffId', 'email'] });
      if (!outcome.done) {
        if (outcome.errors.some(({ code }) => failsForAll.has(code))) {
          break;
        }
        const why = outcome.errors.map(({ message }) => message).join(' ');
        setRefused((before) => ({ ...before, [id]: why }));
        continue;
      }
      const { link } = outcome.payload;
      setLinks((before) => ({ ...before, ...(link && { [id]: link }) }));
    }
    setSending(false);
  }

  return (
    <Stack component="section" aria-labelledby="invitations" gap="sm">
      <Title order={3} id="invitations">
        {t.yourPeople}
      </Title>
      <Text size="sm">{t.inviteHint}</Text>
      {people.map(({ id, displayName, email }) => {
        const link = links[id];
        return link ? (
          <Link key={id} name={displayName} link={link} />
        ) : (
          <Text key={id} size="sm">
            {displayName} {email ? '' : `– ${t.noEmail}`}
            {refused[id] && (
              <Text span inherit role="alert" c="var(--mantine-color-error)">
                – {refused[id]}
              </Text>
            )}
          </Text>
        );
      })}
      <Group>
        {waiting.length > 0 && (
          <Button variant="default" loading={isSending} onClick={() => void invite()}>
            {t.invite}
          </Button>
        )}
        {list && <Copy text={list} label={t.copyAll} />}
      </Group>
    </Stack>
  );
}

/** The link of one person. */
function Link({ name, link }: { name: string; link: string }) {
  const t = useWords(peopleWords);
  return (
    <Group align="flex-end" wrap="nowrap">
      <TextInput flex={1} miw={0} label={t.linkOf(name)} value={link} readOnly />
      <Copy text={link} label={t.copy} name={t.copyOf(name)} />
    </Group>
  );
}

interface CopyProps {
  text: string;
  label: string;
  /** What assistive technology reads; default: the label. */
  name?: string;
}

function Copy({ text, label, name }: CopyProps) {
  const t = useWords(peopleWords);
  const { copied, copy } = useCopy(text);
  return (
    <Button variant="default" flex="none" onClick={copy} aria-label={copied ? undefined : name}>
      {copied ? t.copied : label}
    </Button>
  );
}
