import { Alert, Button, Tabs } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useLiveQuery } from '../../api/live_query';
import { setUp } from '../../api/touches';
import { useIdempotencyKey } from '../../api/idempotency_key';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { Answer, Page } from '../../parts/page';
import { isManager, useSession } from '../../session/session';
import { CompetenciesTab } from '../competencies';
import { VideoCallsTab } from '../video_calls';
import { WorkPlanTab } from '../work_plan';
import { AccessTab } from './access_tab';
import { BranchesTab } from './branches_tab';
import { ContactTab } from './contact_tab';
import { GeneralTab } from './general_tab';
import { type Profile, profileQuery } from './profile_query';
import { staffArchive, staffDuplicateForVideo, staffRestore } from './staff_changes';
import { staffWords } from './words';

/** The page of a profile, with its tabs. */
export function ProfilePage() {
  const t = useWords(staffWords);
  const { staffId } = useParams({ from: '/mitarbeiter/$staffId/$tab' });
  const session = useSession();
  const answer = useLiveQuery(profileQuery, { id: staffId }, { touches: setUp });
  const profile = answer.data?.node?.__typename === 'Staff' ? answer.data.node : undefined;

  return (
    <Page title={profile?.displayName ?? t.title} width="form" actions={profile && isManager(session) && <Actions profile={profile} />}>
      <Answer of={answer}>
        {() =>
          profile ? (
            <ProfileTabs profile={profile} />
          ) : (
            <Empty title={t.notFound}>
              <Link to="/mitarbeiter">{t.toList}</Link>
            </Empty>
          )
        }
      </Answer>
    </Page>
  );
}

function ProfileTabs({ profile }: { profile: Profile }) {
  const t = useWords(staffWords);
  const { tab } = useParams({ from: '/mitarbeiter/$staffId/$tab' });
  const navigate = useNavigate();
  const workPlan = <WorkPlanTab staffId={profile.id} />;
  const absencesOnly: Record<string, { name: string; content: ReactNode }> = {
    arbeitsplan: { name: t.absences, content: workPlan },
    kontakt: { name: t.contact, content: <ContactTab profile={profile} /> },
  };
  const allTabs = {
    allgemein: { name: t.general, content: <GeneralTab profile={profile} /> },
    kompetenzen: { name: t.competencies, content: <CompetenciesTab profile={profile} /> },
    'video-anrufe': { name: t.videoCalls, content: <VideoCallsTab staff={profile} /> },
    arbeitsplan: { name: t.workPlan, content: workPlan },
    filialen: { name: t.branches, content: <BranchesTab profile={profile} /> },
    zugang: { name: t.access, content: <AccessTab profile={profile} /> },
  };
  const tabs = isManager(useSession()) ? allTabs : absencesOnly;
  const [first = ''] = Object.keys(tabs);

  return (
    <>
      {profile.archived && <Alert color="gray">{t.archivedHint}</Alert>}
      <Tabs
        value={tab in tabs ? tab : first}
        keepMounted={false}
        onChange={(next) => next && void navigate({ to: '/mitarbeiter/$staffId/$tab', params: { staffId: profile.id, tab: next } })}
      >
        <Tabs.List aria-label={t.tabs} mb="lg">
          {Object.entries(tabs).map(([value, { name }]) => (
            <Tabs.Tab key={value} value={value}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {Object.entries(tabs).map(([value, { content }]) => (
          <Tabs.Panel key={value} value={value}>
            {content}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

/** Archives, restores or duplicates a profile. */
function Actions({ profile: { id, displayName, archived, samePersonAs } }: { profile: Profile }) {
  const t = useWords(staffWords);
  const { client } = useApi();
  const change = useChange();
  const { idempotencyKey, renewKey } = useIdempotencyKey();
  const navigate = useNavigate();
  const input = { input: { id } };

  async function archive() {
    await change(staffArchive, input, { done: t.archivedDone(displayName), undo: () => send(client, staffRestore, input) });
  }
  async function restore() {
    await change(staffRestore, input, { done: t.restored(displayName), undo: () => send(client, staffArchive, input) });
  }
  async function duplicate() {
    let copy: { id: string; displayName: string } | null | undefined;
    const outcome = await change(staffDuplicateForVideo, { input: { staffId: id, idempotencyKey } }, {
      undo: () => send(client, staffArchive, { input: { id: copy?.id ?? '' } }),
    });
    copy = outcome.done ? outcome.payload.staff : undefined;
    if (outcome.done) {
      renewKey();
    }
    if (copy) {
      void navigate({ to: '/mitarbeiter/$staffId/$tab', params: { staffId: copy.id, tab: 'allgemein' } });
    }
  }

  if (archived) {
    return <Button onClick={() => void restore()}>{t.restore}</Button>;
  }
  return (
    <>
      {samePersonAs.length === 0 && ( // else it is a copy, or has one
        <Button variant="default" onClick={() => void duplicate()}>
          {t.duplicate}
        </Button>
      )}
      <Button variant="default" onClick={() => void archive()}>
        {t.archive}
      </Button>
    </>
  );
}
