import { Anchor, Button, Group } from '@mantine/core';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { useWords, words } from '../../language/words';
import { useCopy } from '../../parts/use_copy';

const joinLinkWords = words(
  { copied: 'Kopiert', copy: 'Link kopieren', joinLink: 'Videoraum des Kunden' },
  { copied: 'Copied', copy: 'Copy link', joinLink: 'Customer’s video room' },
);

const joinLinkQuery = graphql(`
  query JoinLink($appointmentId: ID!) {
    appointment(id: $appointmentId) {
      id
      joinUrl
    }
  }
`);

/** The link by which the customer comes to the call, to look at it or to pass it on. */
export function JoinLink({ appointmentId }: { appointmentId: string }) {
  const t = useWords(joinLinkWords);
  const joinUrl = useLiveQuery(joinLinkQuery, { appointmentId }).data?.appointment?.joinUrl;
  const { copied, copy } = useCopy(joinUrl ?? '');
  return (
    joinUrl && (
      <Group gap="xs">
        <Anchor href={joinUrl} target="_blank" rel="noreferrer" size="sm" py={4}>
          {t.joinLink}
        </Anchor>
        <Button size="compact-sm" variant="subtle" onClick={copy}>
          {copied ? t.copied : t.copy}
        </Button>
      </Group>
    )
  );
}
