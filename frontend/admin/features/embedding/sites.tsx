import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { send } from '../../api/change';
import { useApi } from '../../api/api';
import { useLiveQuery } from '../../api/live_query';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { Answer } from '../../parts/page';
import { embeddingSiteAdd, embeddingSiteRemove } from './sites_changes';
import { sitesQuery } from './sites_query';
import { embeddingWords } from './words';

/** The websites whose pages may show booking themselves; others show it in a frame. */
export function Sites() {
  const t = useWords(embeddingWords);
  const { client } = useApi();
  const change = useChange();
  const answer = useLiveQuery(sitesQuery, {});
  const [origin, setOrigin] = useState('');
  const [wrong, setWrong] = useState<string>();

  async function add(event: FormEvent) {
    event.preventDefault();
    const outcome = await change(
      embeddingSiteAdd,
      { input: { origin } },
      {
        done: ({ site }) => t.siteAdded(site?.origin ?? origin),
        undo: ({ site }) => send(client, embeddingSiteRemove, { input: { id: site?.id ?? '' } }),
        fields: ['origin'],
      },
    );
    setWrong(outcome.done ? undefined : outcome.errors[0]?.message);
    if (outcome.done) {
      setOrigin('');
    }
  }
  const remove = (site: { id: string; origin: string }) =>
    void change(
      embeddingSiteRemove,
      { input: { id: site.id } },
      { done: t.siteRemoved(site.origin), undo: () => send(client, embeddingSiteAdd, { input: { origin: site.origin } }) },
    );
  return (
    <Card withBorder component="section">
      <Title order={2}>{t.sites}</Title>
      <Text c="dimmed" my="xs">
        {t.sitesHint}
      </Text>
      <Stack>
        <Answer of={answer}>
          {({ embeddingSites: sites, embeddingOriginsOfServer: ofServer }) => (
            <>
              {sites.length + ofServer.length === 0 && <Text>{t.noSite}</Text>}
              {sites.map((site) => (
                <Group key={site.id} justify="space-between">
                  <Text style={{ overflowWrap: 'anywhere' }}>{site.origin}</Text>
                  <Button variant="subtle" aria-label={t.removeSiteOf(site.origin)} onClick={() => remove(site)}>
                    {t.removeSite}
                  </Button>
                </Group>
              ))}
              {ofServer.map((one) => (
                <div key={one}>
                  <Text style={{ overflowWrap: 'anywhere' }}>{one}</Text>
                  <Text size="sm" c="dimmed">
                    {t.siteOfServer}
                  </Text>
                </div>
              ))}
            </>
          )}
        </Answer>
        <form onSubmit={(event) => void add(event)} noValidate>
          <Stack align="flex-start">
            <TextInput
              label={t.site}
              description={t.siteHint}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              inputMode="url"
              autoCapitalize="none"
              spellCheck={false}
              value={origin}
              error={wrong}
              onChange={(event) => setOrigin(event.currentTarget.value)}
            />
            <Button type="submit">{t.addSite}</Button>
          </Stack>
        </form>
      </Stack>
    </Card>
  );
}
