import { List, Text, Title } from '@mantine/core';
import { useLiveQuery } from '../../api/live_query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { Answer, Page } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';
import { ByHand } from './by_hand';
import { ModeCard } from './mode_card';
import { StartForm } from './start_form';
import { type Mode, videoOnlyModeQuery } from './video_only_mode_query';
import { videoOnlyModeWords } from './words';

/** Starts and ends video-only mode. */
export function VideoOnlyModePage() {
  const t = useWords(videoOnlyModeWords);
  const { id: branchId, timeZone } = useBranch();
  const answer = useLiveQuery(videoOnlyModeQuery, { branchId });
  const day = today(timeZone);
  return (
    <Page title={t.title} intro={t.intro} width={800}>
      <Answer of={answer}>
        {({ branch, videoReadiness }) => {
          const modes = branch?.videoOnlyModes ?? [];
          const here = videoReadiness.filter(({ requirements }) => requirements.some(({ code, met }) => code === 'ACTIVE_IN_BRANCH' && met));
          const coming = modes.filter(({ until }) => !until || until >= day);
          return (
            <>
              {coming.map((mode) => (
                <ModeCard key={mode.id} mode={mode} isRunning={mode.from <= day} />
              ))}
              {here.length === 0 && (
                <Empty title={t.nobody}>
                  <Text>{t.nobodyHint}</Text>
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
