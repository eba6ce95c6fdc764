import { Anchor, Badge, Button, List, Table, Text } from '@mantine/core';
import { useLiveQuery } from '../../api/live_query';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { Answer, Page } from '../../parts/page';
import { PersonName } from '../../parts/person_name';
import { useBranch } from '../../session/branch';
import { useFirstVideoService } from './first_video_service';
import { type Category, type Readiness, videoCallsQuery } from './video_calls_query';
import styles from './video_calls_page.module.css';
import { VideoLinkField } from './video_link_field';
import { VideoSwitch } from './video_switch';
import { videoTargets } from './video_targets';
import { videoCallsWords } from './words';

/** Video services, link and missing requirements: a row per profile. */
export function VideoCallsPage() {
  const t = useWords(videoCallsWords);
  const branch = useBranch();
  const answer = useLiveQuery(videoCallsQuery, { branchId: branch.id });
  const consulting = answer.data?.videoReadiness.filter(({ requirements }) => isMet(requirements, 'VIDEO_COMPETENCY')) ?? [];
  const ready = consulting.filter((one) => one.ready).length;

  return (
    <Page
      title={t.title}
      intro={t.intro}
      width={1100}
      actions={
        consulting.length > 0 && (
          <Badge size="lg" variant="light" tt="none" color={ready === consulting.length ? 'petrol' : 'violet'}>
            {t.ready(ready, consulting.length)}
          </Badge>
        )
      }
    >
      <Answer of={answer}>
        {({ videoReadiness, serviceCategories }) => (
          <>
            {videoTargets(serviceCategories).length === 0 && <NoVideoService categories={serviceCategories} />}
            {videoReadiness.length === 0 ? (
              <Empty title={t.nobody}>
                <Text>{t.nobodyHint}</Text>
              </Empty>
            ) : (
              <People list={videoReadiness} categories={serviceCategories} />
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

const isMet = (requirements: Readiness['requirements'], wanted: string) => requirements.some(({ code, met }) => code === wanted && met);

function NoVideoService({ categories }: { categories: readonly Category[] }) {
  const t = useWords(videoCallsWords);
  const [create, isCreating] = useFirstVideoService(categories);
  return (
    <Empty title={t.noService}>
      <Text>{t.noServiceHint}</Text>
      <Button loading={isCreating} onClick={() => void create()}>
        {t.createService}
      </Button>
    </Empty>
  );
}

interface PeopleProps {
  list: readonly Readiness[];
  categories: readonly Category[];
}

function People({ list, categories }: PeopleProps) {
  const t = useWords(videoCallsWords);
  return (
    <Table className={styles.people} verticalSpacing="sm" withTableBorder aria-label={t.title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.name}</Table.Th>
          <Table.Th>{t.offered}</Table.Th>
          <Table.Th>{t.link}</Table.Th>
          <Table.Th>{t.missing}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {list.map((readiness) => (
          <Person key={readiness.staff.id} readiness={readiness} categories={categories} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface PersonProps {
  readiness: Readiness;
  categories: readonly Category[];
}

function Person({ readiness, categories }: PersonProps) {
  const t = useWords(videoCallsWords);
  const { staff, ready, requirements } = readiness;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <PersonName name={staff.displayName} color={staff.color} title={staff.title} />
      </Table.Th>
      <Table.Td data-label={t.offered}>
        <VideoSwitch readiness={readiness} categories={categories} />
      </Table.Td>
      <Table.Td data-label={t.link} className={styles.link}>
        <VideoLinkField staff={staff} named />
        {staff.videoLink && !staff.videoLink.roomPerAppointment && (
          <Anchor href={staff.videoLink.url} target="_blank" rel="noreferrer" size="sm" aria-label={t.testOf(staff.displayName)}>
            {t.test}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td data-label={t.missing}>
        {ready ? <Text size="sm">{t.startClear}</Text> : isMet(requirements, 'VIDEO_COMPETENCY') && <Missing requirements={requirements} />}
      </Table.Td>
    </Table.Tr>
  );
}

/** The requirements that a profile does not meet yet. */
function Missing({ requirements }: { requirements: Readiness['requirements'] }) {
  return (
    <List size="sm">
      {requirements
        .filter(({ met }) => !met)
        .map(({ code, advice }) => (
          <List.Item key={code}>{advice}</List.Item>
        ))}
    </List>
  );
}
