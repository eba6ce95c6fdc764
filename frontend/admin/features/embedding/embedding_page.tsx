import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useServiceChoice } from '../../api/service_choice';
import { useStaffChoice } from '../../api/staff_choice';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { Empty } from '../../parts/empty';
import { Answer, Page } from '../../parts/page';
import { SearchChoice } from '../../parts/search_choice';
import { useBranch } from '../../session/branch';
import { Preview } from './preview';
import { Snippet } from './snippet';
import { Sites } from './sites';
import { buttonOf, frameOf, inlineOf, linkOf } from './snippets';
import { embeddingWords } from './words';

const isBookable = ({ bookableOnline }: { bookableOnline: boolean }) => bookableOnline;

/** Embeds booking in the salon's website. */
export function EmbeddingPage() {
  const t = useWords(embeddingWords);
  const { id: branchId, slug } = useBranch();
  const services = useServiceChoice();
  const staff = useStaffChoice(branchId);
  const [serviceId, setServiceId] = useState('');
  const [staffId, setStaffId] = useState('');
  const [theme, setTheme] = useState('');
  const [language, setLanguage] = useState('');
  const preset = {
    branch: slug,
    serviceId: serviceId || undefined,
    staffId: staffId || undefined,
    theme: theme || undefined,
    language: language || undefined,
  };
  const link = linkOf(location.origin, preset);
  const automatic = { value: '', label: t.automatic };

  return (
    <Page title={t.title} intro={t.intro} width="form">
      <Answer of={{ data: services.all, failed: services.failed, retry: services.retry }}>
        {(all) => {
          if (services.isShort && !all.some(isBookable)) {
            return (
              <Empty title={t.noService}>
                <Text>{t.noServiceHint}</Text>
                <Link to="/leistungen">{t.toServices}</Link>
              </Empty>
            );
          }
          return (
            <>
              <Group>
                <SearchChoice
                  label={t.service}
                  list={{ ...services, nodes: services.nodes?.filter(isBookable) }}
                  optionOf={({ id, name }) => ({ value: id, label: name })}
                  before={[{ value: '', label: t.any }]}
                  value={serviceId}
                  onChange={setServiceId}
                />
                <SearchChoice
                  label={t.person}
                  list={{ ...staff, nodes: staff.nodes?.filter(isBookable) }}
                  optionOf={({ id, displayName }) => ({ value: id, label: displayName })}
                  before={[{ value: '', label: t.any }]}
                  value={staffId}
                  onChange={setStaffId}
                />
                <Choice
                  label={t.theme}
                  data={[automatic, { value: 'light', label: t.light }, { value: 'dark', label: t.dark }]}
                  value={theme}
                  onChange={(event) => setTheme(event.currentTarget.value)}
                />
                <Choice
                  label={t.language}
                  data={[automatic, ...Object.entries(t.languages).map(([value, label]) => ({ value, label }))]}
                  value={language}
                  onChange={(event) => setLanguage(event.currentTarget.value)}
                />
              </Group>
              <Snippet title={t.inline} hint={t.inlineHint} code={inlineOf(location.origin, preset, t)} />
              <Snippet title={t.button} hint={t.buttonHint} code={buttonOf(location.origin, preset, t)} />
              <Snippet title={t.frame} hint={t.frameHint} code={frameOf(location.origin, preset, t)} />
              <Snippet title={t.link} hint={t.linkHint} code={link} />
              <Sites />
              <Preview key={link} link={link} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
