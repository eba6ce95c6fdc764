import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { Empty } from '../../parts/empty';
import { Answer, Page } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { Preview } from './preview';
import { Snippet } from './snippet';
import { linkOf, snippetOf } from './snippets';
import { embeddingWords } from './words';

const embeddingQuery = graphql(`
  query Embedding($branchId: ID!) {
    services {
      id
      name
      bookableOnline
    }
    staff(branchId: $branchId) {
      id
      displayName
      bookableOnline
    }
  }
`);

/** Embeds booking in the salon's website. */
export function EmbeddingPage() {
  const t = useWords(embeddingWords);
  const { id: branchId, slug } = useBranch();
  const answer = useLiveQuery(embeddingQuery, { branchId });
  const [serviceId, setServiceId] = useState('');
  const [staffId, setStaffId] = useState('');
  const preset = { branch: slug, serviceId: serviceId || undefined, staffId: staffId || undefined };
  const link = linkOf(location.origin, preset);

  return (
    <Page title={t.title} intro={t.intro} width={900}>
      <Answer of={answer}>
        {({ services, staff }) => {
          const bookable = services.filter(({ bookableOnline }) => bookableOnline);
          if (bookable.length === 0) {
            return (
              <Empty title={t.noService}>
                <Text>{t.noServiceHint}</Text>
              </Empty>
            );
          }
          return (
            <>
              <Group>
                <Choice
                  label={t.service}
                  value={serviceId}
                  data={[{ value: '', label: t.any }, ...bookable.map(({ id, name }) => ({ value: id, label: name }))]}
                  onChange={(event) => setServiceId(event.currentTarget.value)}
                />
                <Choice
                  label={t.person}
                  value={staffId}
                  data={[
                    { value: '', label: t.any },
                    ...staff.filter((one) => one.bookableOnline).map(({ id, displayName }) => ({ value: id, label: displayName })),
                  ]}
                  onChange={(event) => setStaffId(event.currentTarget.value)}
                />
              </Group>
              <Snippet title={t.link} hint={t.linkHint} code={link} />
              <Snippet title={t.inline} hint={t.inlineHint} code={snippetOf(location.origin, preset, false)} />
              <Snippet title={t.frame} hint={t.frameHint} code={snippetOf(location.origin, preset, true)} />
              <Preview link={link} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
