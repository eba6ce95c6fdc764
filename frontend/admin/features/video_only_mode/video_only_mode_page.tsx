import { List, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { both } from '../../api/both';
import { useLiveQuery } from '../../api/live_query';
import { everyPage, usePagedQuery } from '../../api/paged_query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { Answer, Page } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';
import { ByHand } from './by_hand';
import { ModeCard } from './mode_card';
import { StartForm } from './start_form';
import { consultantsQuery, type Mode, videoOnlyModeQuery } from './video_only_mode_query';
import { videoOnlyModeWords } from './words';

/** Starts and ends video-only mode. */
export function VideoOnlyModePage() {
  const t = useWords(videoOnlyModeWords);
  const { id: branchId, timeZone } = useBranch();
  const answer = useLiveQuery(videoOnlyModeQuery, { branchId });
  const people = usePagedQuery(consultantsQuery, { branchId }, ({ videoReadiness }) => videoReadiness, { pages: everyPage });
  const day = today(timeZone);
  return (
    <Page title={t.title} intro={t.intro} width="form">
      <Answer of={both(answer, people)}>
        {([{ branch }, { nodes: here }]) => {
          const modes = branch?.videoOnlyModes ?? [];
          const coming = modes.filter(({ until }) => !until || until >= day);
          return (
            <>
              {coming.map((mode) => (
                <ModeCard key={mode.id} mode={mode} isRunning={mode.from <= day} />
              ))}
              {here.length === 0 && (
                <Empty title={t.nobody}>
                  <Text>{t.nobodyHint}</Text>
                  <Link to="/mitarbeiter">{t.toStaff}</Link>
                </Empty>
              )}
              {here.length > 0 && !coming.some(({ until }) => !until) && <StartForm key={branchId} people={here} />}
              <Past list={modes.filter(({ until }) => until && until < day)} />
              <ByHand />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function Past({ list }: { list: readonly Mode[] }) {
  const t = useWords(videoOnlyModeWords);
  const format = useFormat();
  if (list.length === 0) {
    return null;
  }
  return (
    <section>
      <Title order={2}>{t.past}</Title>
      <List>
        {list.map(({ id, from, until }) => (
          <List.Item key={id}>{t.period(format.date(from), until ? format.date(until) : '')}</List.Item>
        ))}
      </List>
    </section>
  );
}
