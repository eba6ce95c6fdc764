import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { useIdempotencyKey } from '../../api/idempotency_key';
import { useLiveQuery } from '../../api/live_query';
import { everyPage, usePagedQuery } from '../../api/paged_query';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { Answer, Page } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { bookedOf, strandedQuery } from '../needs_you';
import { ProposalTable } from './proposal_table';
import { appointmentsRearrange, type Proposal, proposalsQuery } from './rearranging_query';
import { offeredPlaces } from './offered_places';
import { counted, proposedStep, type Rearrangement, rearrangementOf, type Step, undoOf } from './steps';
import { takeBack } from './take_back';
import { rearrangingWords } from './words';

/** How many appointments are rearranged at a time. */
const most = 100;

/** Rearranges the appointments of the branch that cannot take place as planned, or those of one person. */
export function RearrangingPage() {
  const t = useWords(rearrangingWords);
  const branch = useBranch();
  const { person } = useSearch({ strict: false }) as { person?: string };
  const stranded = usePagedQuery(strandedQuery, { branchId: branch.id, staffId: person }, ({ strandedAppointments }) => strandedAppointments, { pages: everyPage });
  const list = stranded.data && bookedOf(stranded.data.nodes);
  const ids = list?.slice(0, most).map(({ id }) => id) ?? [];
  const proposals = useLiveQuery(proposalsQuery, { branchId: branch.id, appointmentIds: ids }, { pause: ids.length === 0 });
  const name = person && (list?.find(({ staff }) => staff.id === person) ?? list?.[0])?.staff.displayName;
  return (
    <Page title={name ? t.titleOf(name) : t.title} width="list">
      <Answer of={stranded}>
        {() =>
          ids.length === 0 ? (
            <Empty title={t.none}>
              <Text>{t.noneHint}</Text>
            </Empty>
          ) : (
            <Answer of={proposals}>
              {({ rearrangementProposals }) => (
                <>
                  <Text c="dimmed">{t.intro}</Text>
                  {person && (
                    <Anchor renderRoot={(props) => <Link to="/mitarbeiter/$staffId/$tab" params={{ staffId: person, tab: 'arbeitsplan' }} {...props} />}>
                      {t.toAbsence}
                    </Anchor>
                  )}
                  <Proposals proposals={rearrangementProposals} />
                </>
              )}
            </Answer>
          )
        }
      </Answer>
    </Page>
  );
}

/** The proposals, what is chosen, and the button that does all of it. */
export function Proposals({ proposals }: { proposals: readonly Proposal[] }) {
  const t = useWords(rearrangingWords);
  const common = useWords(commonWords);
  const branch = useBranch();
  const { client } = useApi();
  const change = useChange();
  const { idempotencyKey, renewKey } = useIdempotencyKey();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Step>>(new Map());
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const [asked, setAsked] = useState<readonly Rearrangement[]>(); // what the dialog counts, whatever others change meanwhile
  const [isSending, setSending] = useState(false);
  const stepOf = (proposal: Proposal) => chosen.get(proposal.appointment.id) ?? proposedStep(proposal);
  const places = offeredPlaces(proposals, stepOf);
  const all = proposals.flatMap((proposal) => rearrangementOf(proposal, stepOf(proposal), places) ?? []);
  const namesOf = (ids: readonly string[]) =>
    proposals.flatMap(({ appointment: { id, contact } }) => (ids.includes(id) ? [contact?.name || t.anonymous] : [])).join(', ');
  const { moved, offered, cancelled } = counted(asked ?? []);

  async function rearrange(steps: readonly Rearrangement[]) {
    setAsked(undefined);
    setSending(true);
    const outcome = await change(
      appointmentsRearrange,
      { input: { branchId: branch.id, appointments: [...steps], idempotencyKey } },
      {
        done: t.done,
        ...(moved + offered > 0 && {
          undo: ({ appointments }) =>
            takeBack(client, branch.id, undoOf(proposals, steps, appointments), (ids) => notifications.show({ message: t.notTakenBack(namesOf(ids)) })),
        }),
      },
    );
    setSending(false);
    setWrong(new Map(outcome.done ? [] : outcome.errors.map(({ field, message }) => [steps[Number(field[1])]?.appointmentId ?? '', message])));
    if (outcome.done || outcome.errors.length > 0) {
      renewKey();
    }
    if (outcome.done) {
      setChosen(new Map());
    }
  }

  return (
    <Stack>
      <ProposalTable proposals={proposals} places={places} stepOf={stepOf} wrong={wrong} onChoose={(id, step) => setChosen(new Map(chosen).set(id, step))} />
      {all.length === 0 && <Text c="dimmed">{t.nothingChosen}</Text>}
      <Group>
        <Button disabled={all.length === 0} loading={isSending} onClick={() => setAsked(all)}>
          {t.all}
        </Button>
      </Group>
      <Modal opened={asked !== undefined} onClose={() => setAsked(undefined)} title={t.title}>
        <Stack>
          <ul>
            {moved > 0 && <li>{t.moved(moved)}</li>}
            {offered > 0 && <li>{t.offered(offered)}</li>}
            {cancelled > 0 && <li>{t.cancelled(cancelled)}</li>}
          </ul>
          {branch.sendsMail && <Text>{t.told}</Text>}
          {cancelled > 0 && <Text>{t.final}</Text>}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsked(undefined)}>
              {common.cancel}
            </Button>
            <Button data-autofocus onClick={() => asked && void rearrange(asked)}>
              {t.confirm}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Stack>
  );
}
