import { Button, Card, Group, Text, Title } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { type ComponentProps, useState } from 'react';
import { both } from '../../api/both';
import { useLiveQuery } from '../../api/live_query';
import { everyPage, usePagedQuery } from '../../api/paged_query';
import { setUp } from '../../api/touches';
import { useWords } from '../../language/words';
import { Answer, Page } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { PastePeople } from '../staff';
import { Checklist } from './checklist';
import { dismiss, useIsDismissed } from './dismissed';
import { firstDayQuery, firstDayStaffQuery } from './first_day_query';
import { ReadinessProgress } from './readiness_progress';
import { useReadiness } from './readiness_query';
import { TemplateCard } from './template_card';
import { firstDayWords } from './words';

/** Leads from an empty branch to the first booking. */
export function FirstDayPage() {
  const t = useWords(firstDayWords);
  const { id: branchId, slug } = useBranch();
  const readiness = useReadiness();
  const firstDay = useLiveQuery(firstDayQuery, { branchId }, { touches: setUp });
  const staff = usePagedQuery(firstDayStaffQuery, { branchId }, (data) => data.staff, { pages: everyPage, touches: setUp });
  const isDismissed = useIsDismissed(branchId);
  return (
    <Page title={t.title} intro={t.intro} width="form">
      <Answer of={both(both(readiness, firstDay), staff)}>
        {([[{ branchReadiness: known }, { branch }], { nodes }]) => (
          <>
            <ReadinessProgress readiness={known} />
            {branch && known.requirements.some(({ code, met }) => code === 'SERVICES' && !met) && <TemplateCard branch={branch} staff={nodes} />}
            <TeamAndChecklist readiness={known} ownRoomByDefault={branch?.ownRoomByDefault === true} />
            <Card withBorder component="section" aria-labelledby="try">
              <Title order={2} id="try" mb="xs">
                {t.tryIt}
              </Title>
              <Text mb="sm">{known.bookable ? t.tryItHint : t.tryItLater}</Text>
              <Group>
                <Button
                  component="a"
                  href={`/book/${slug}`}
                  target="_blank"
                  rel="noreferrer"
                  variant={known.bookable ? 'filled' : 'default'}
                  rightSection={<IconExternalLink size={18} aria-hidden="true" />}
                >
                  {t.tryIt}
                </Button>
              </Group>
            </Card>
            {known.ready ? (
              <Text component="output">{t.ready}</Text>
            ) : (
              !isDismissed && (
                <Group>
                  <Button variant="subtle" onClick={() => dismiss(branchId)}>
                    {t.dismiss}
                  </Button>
                </Group>
              )
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

/** The card that creates people, and the checklist: first the one that is more of use. */
function TeamAndChecklist(props: ComponentProps<typeof Checklist>) {
  const t = useWords(firstDayWords);
  // As on arrival: the card stays where it is while people are created in it.
  const [hasTeam] = useState(() => props.readiness.requirements.some(({ code, met }) => code === 'STAFF' && met));
  const team = (
    <Card key="people" withBorder component="section" aria-labelledby="people">
      <Title order={2} id="people">
        {t.people}
      </Title>
      <Text c="dimmed" mb="sm">
        {t.pasteIntro}
      </Text>
      <PastePeople />
    </Card>
  );
  const checklist = <Checklist key="checklist" {...props} />;
  return <>{hasTeam ? [checklist, team] : [team, checklist]}</>;
}
