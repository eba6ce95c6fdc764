import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useServiceChoice } from '../../api/service_choice';
import { useStaffChoice } from '../../api/staff_choice';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { Answer, Page } from '../../parts/page';
import { SearchChoice } from '../../parts/search_choice';
import { useBranch } from '../../session/branch';
import { Preview } from './preview';
import { Snippet } from './snippet';
import { linkOf, snippetOf } from './snippets';
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
  const preset = { branch: slug, serviceId: serviceId || undefined, staffId: staffId || undefined };
  const link = linkOf(location.origin, preset);

  return (
    <Page title={t.title} intro={t.intro} width={900}>
      <Answer of={{ data: services.all, failed: services.failed, retry: services.retry }}>
        {(all) => {
          if (services.isShort && !all.some(isBookable)) {
            return (
              <Empty title={t.noService}>
                <Text>{t.noServiceHint}</Text>
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
