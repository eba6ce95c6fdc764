import { Anchor, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Choice, type Option, type OptionGroup } from '../../parts/choice';
import styles from '../../parts/card_table.module.css';
import { useBranch } from '../../session/branch';
import { wallClockAt } from '../../session/wall_clock';
import { OfferNotice } from './offer_notice';
import type { Place, Places, Proposal } from './rearranging_query';
import { type Step, stepTo } from './steps';
import { rearrangingWords } from './words';

interface Props {
  proposals: readonly Proposal[];
  places: Places;
  stepOf(proposal: Proposal): Step;
  /** What was wrong, by appointment. */
  wrong: ReadonlyMap<string, string>;
  onChoose(appointmentId: string, step: Step): void;
}

/** A row for each appointment, with a choice of what happens to it. */
export function ProposalTable({ proposals, places, stepOf, wrong, onChoose }: Props) {
  const t = useWords(rearrangingWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const timesOf = (list: readonly Place[]) => list.map(({ start }) => format.moment(start, timeZone)).join(' · ');
  const nameOf = ({ appointment }: Proposal) => appointment.contact?.name || t.anonymous;
  return (
      <Table className={styles.cards} withTableBorder aria-label={t.table} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.when}</Table.Th>
            <Table.Th>{t.customer}</Table.Th>
            <Table.Th>{t.step}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {proposals.map((proposal) => {
            const { id, start, staff, service } = proposal.appointment;
            return (
              <Table.Tr key={id}>
                <Table.Th scope="row">
                  <Anchor renderRoot={(props) => <Link to="/kalender" search={{ datum: wallClockAt(start, timeZone).date, termin: id }} {...props} />}>
                    {format.moment(start, timeZone)}
                  </Anchor>
                  <Text size="sm">{t.withWhom(staff.displayName)}</Text>
                </Table.Th>
                <Table.Td>
                  {nameOf(proposal)}
                  <Text size="sm" c="dimmed">
                    {service.name}
                  </Text>
                </Table.Td>
                <Table.Td className={styles.wide}>
                  <Stack gap={4}>
                    <Steps proposal={proposal} places={places.get(id) ?? []} label={t.choiceFor(nameOf(proposal))} step={stepOf(proposal)} error={wrong.get(id)} onChoose={(step) => onChoose(id, step)} />
                    {stepOf(proposal) === 'offer' && (
                      <Text size="sm" hiddenFrom="sm">
                        {timesOf(places.get(id) ?? [])}
                      </Text>
                    )}
                    {!proposal.mayOffer && !proposal.appointment.contact?.email && (
                      <Text size="sm">{proposal.appointment.contact?.phone ? t.call(proposal.appointment.contact.phone) : t.callUnknown}</Text>
                    )}
                    {proposal.appointment.offer?.state === 'OPEN' && (
                      <OfferNotice appointmentId={id} version={proposal.appointment.version} expiresAt={proposal.appointment.offer.expiresAt} />
                    )}
                  </Stack>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
  );
}

interface StepsProps {
  proposal: Proposal;
  places: readonly Place[];
  label: string;
  step: Step;
  error: string | undefined;
  onChoose(step: Step): void;
}

function Steps({ proposal, places, label, step, error, onChoose }: StepsProps) {
  const t = useWords(rearrangingWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const { colleagues, starts, mayOffer, appointment } = proposal;
  const same = filled({
    group: t.sameTime,
    items: colleagues.map(({ id, displayName }) => ({ value: stepTo(appointment.start, id), label: t.withWhom(displayName) })),
  });
  const others = filled({
    group: t.others,
    items: starts.flatMap(({ start, staff }) =>
      staff.map(({ id, displayName }) => ({ value: stepTo(start, id), label: `${format.moment(start, timeZone)} ${t.withWhom(displayName)}` })),
    ),
  });
  const offer: Option[] =
    mayOffer && places.length > 0 ? [{ value: 'offer', label: t.offer(places.map(({ start }) => format.moment(start, timeZone)).join(' · ')) }] : [];
  return (
    <Choice
      aria-label={label}
      value={step}
      error={error}
      data={[...same, ...offer, ...others, { value: 'keep', label: t.keep }, { value: 'cancel', label: t.cancel }]}
      otherwise={t.taken}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    />
  );
}

const filled = (group: OptionGroup) => (group.items.length > 0 ? [group] : []);
