import { Stack, Tabs, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLiveQuery } from '../../api/live_query';
import { setUp } from '../../api/touches';
import { useWords } from '../../language/words';
import { Answer, Page } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { isManager, useSession } from '../../session/session';
import { MailNotice } from '../outbox';
import { AccessSection } from './access_section';
import { BranchSection } from './branch_section';
import { BrandSection } from './brand_section';
import { NewBranch } from './new_branch';
import { RulesSection } from './rules_section';
import { branchQuery } from './settings_query';
import { TillsSection } from './tills_section';
import { TokensSection } from './tokens_section';
import { settingsWords } from './words';

/** The settings. Members only see their own access. */
export function SettingsPage() {
  const t = useWords(settingsWords);
  const session = useSession();
  if (!isManager(session)) {
    return (
      <Page title={t.title} width="form">
        <AccessSection />
      </Page>
    );
  }
  return (
    <Page title={t.title} width="form" actions={<NewBranch />}>
      <Sections />
    </Page>
  );
}

function Sections() {
  const t = useWords(settingsWords);
  const { me } = useSession();
  const { id } = useBranch();
  const { bereich = 'filiale' } = useSearch({ from: '/einstellungen' });
  const navigate = useNavigate({ from: '/einstellungen' });
  const answer = useLiveQuery(branchQuery, { id }, { touches: setUp });
  const byPassword = (content: ReactNode) => (me.signedInBy !== 'PIN' ? content : <Text>{t.byPassword}</Text>);
  const sections = {
    filiale: { name: t.branch, content: <Answer of={answer}>{({ branch, currencies }) => branch && (
            <Stack>
              <MailNotice />
              <BranchSection key={id} branch={branch} currencies={currencies} />
            </Stack>
          )}</Answer> },
    regeln: { name: t.rules, content: <Answer of={answer}>{({ branch }) => branch && <RulesSection key={id} branch={branch} />}</Answer> },
    auftritt: { name: t.brand, content: <Answer of={answer}>{({ branch }) => branch && <BrandSection key={id} branch={branch} />}</Answer> },
    kassen: { name: t.tills, content: byPassword(<TillsSection />) },
    token: { name: t.tokens, content: byPassword(<TokensSection />) },
    zugang: { name: t.access, content: <AccessSection /> },
  };
  return (
    <Tabs value={bereich in sections ? bereich : 'filiale'} keepMounted={false} onChange={(next) => next && void navigate({ search: (before) => ({ ...before, bereich: next }) })}>
      <Tabs.List aria-label={t.sections} mb="lg">
        {Object.entries(sections).map(([value, { name }]) => (
          <Tabs.Tab key={value} value={value}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {Object.entries(sections).map(([value, { content }]) => (
        <Tabs.Panel key={value} value={value}>
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
