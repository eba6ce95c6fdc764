import { Anchor, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { ScrollRegion } from '../../parts/scroll_region';
import { useBranch } from '../../session/branch';
import { wallClockAt } from '../../session/wall_clock';
import { OfferNotice } from './offer_notice';
import type { Proposal } from './rearranging_query';
import { offeredPlaces, type Step, stepTo } from './steps';
import { rearrangingWords } from './words';

interface Props {
  proposals: readonly Proposal[];
  stepOf(proposal: Proposal): Step;
  /** What was wrong, by appointment. */
  wrong: ReadonlyMap<string, string>;
  onChoose(appointmentId: string, step: Step): void;
}

/** A row for each appointment, with a choice of what happens to it. */
export function ProposalTable({ proposals, stepOf, wrong, onChoose }: Props) {
  const t = useWords(rearrangingWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const nameOf = ({ appointment }: Proposal) => appointment.contact?.name || t.anonymous;
  return (
    <ScrollRegion label={t.table}>
      <Table withTableBorder aria-label={t.table} verticalSpacing="sm">
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
                <Table.Td miw={220}>
                  <Stack gap={4}>
                    <Steps proposal={proposal} label={t.choiceFor(nameOf(proposal))} step={stepOf(proposal)} error={wrong.get(id)} onChoose={(step) => onChoose(id, step)} />
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
    </ScrollRegion>
  );
}

interface StepsProps {
  proposal: Proposal;
  label: string;
  step: Step;
  error: string | undefined;
  onChoose(step: Step): void;
}

function Steps({ proposal, label, step, error, onChoose }: StepsProps) {
  const t = useWords(rearrangingWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const { colleagues, starts, mayOffer, appointment } = proposal;
  const places = offeredPlaces(proposal);
  return (
    <NativeSelect aria-label={label} value={step} error={error} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
      {colleagues.length > 0 && (
        <optgroup label={t.sameTime}>
          {colleagues.map(({ id, displayName }) => (
            <option key={id} value={stepTo(appointment.start, id)}>
              {t.withWhom(displayName)}
            </option>
          ))}
        </optgroup>
      )}
      {mayOffer && places.length > 0 && <option value="offer">{t.offer(places.map(({ start }) => format.moment(start, timeZone)).join(' · '))}</option>}
      {starts.length > 0 && (
        <optgroup label={t.others}>
          {starts.flatMap(({ start, staff }) =>
            staff.map(({ id, displayName }) => (
              <option key={`${start} ${id}`} value={stepTo(start, id)}>
                {format.moment(start, timeZone)} {t.withWhom(displayName)}
              </option>
            )),
          )}
        </optgroup>
      )}
      <option value="keep">{t.keep}</option>
      <option value="cancel">{t.cancel}</option>
    </NativeSelect>
  );
}
