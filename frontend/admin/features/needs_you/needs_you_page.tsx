import { Anchor, List, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { Answer, Page } from '../../parts/page';
import { AbsenceRequestSection } from './absence_request_section';
import { InboxSection } from './inbox_section';
import { OutcomeSection } from './outcome_section';
import { RequestedSection } from './requested_section';
import { StrandedSection } from './stranded_section';
import { type Inbox, sumOf, useInbox } from './use_inbox';
import { WaitingSection } from './waiting_section';
import { needsYouWords } from './words';

/** Everything in the branch that waits for the user. */
export function NeedsYouPage() {
  const t = useWords(needsYouWords);
  return (
    <Page title={t.title} width="list">
      <Answer of={useInbox()}>
        {(inbox) =>
          sumOf(inbox) === 0 ? (
            <Empty title={t.nothing}>
              <Text>{t.nothingHint}</Text>
            </Empty>
          ) : (
            <Stack gap="xl">
              {inbox.waitingAppointments > 0 && <WaitingSection />}
              {inbox.requestedAppointments > 0 && <RequestedSection />}
              {inbox.strandedAppointments > 0 && <StrandedSection />}
              {inbox.absenceRequests > 0 && <AbsenceRequestSection />}
              {inbox.appointmentsWithoutOutcome > 0 && <OutcomeSection />}
              <OtherPages inbox={inbox} />
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}

/** What waits on other pages. */
function OtherPages({ inbox: { failedMails, missingVideoLinks } }: { inbox: Inbox }) {
  const t = useWords(needsYouWords);
  const others = [
    { to: '/postausgang', text: t.failedMails(failedMails), count: failedMails },
    { to: '/video-anrufe', text: t.missingLinks(missingVideoLinks), count: missingVideoLinks },
  ].filter(({ count }) => count > 0);
  return (
    others.length > 0 && (
      <InboxSection title={t.others} hint={t.othersHint}>
        <List>
          {others.map(({ to, text }) => (
            <List.Item key={to}>
              <Anchor renderRoot={(props) => <Link to={to} {...props} />}>{text}</Anchor>
            </List.Item>
          ))}
        </List>
      </InboxSection>
    )
  );
}
