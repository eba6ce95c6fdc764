import { Modal, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { useServiceChoice } from '../../api/service_choice';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { Answer } from '../../parts/page';
import { isManager, useSession } from '../../session/session';
import type { Profile } from './calendar_query';
import { foundCustomerFields } from './found_customer';
import type { Start } from './new_appointment_form';
import { calendarWords } from './words';

const NewAppointmentForm = lazy(() => import('./new_appointment_form'));

const bookedCustomerQuery = graphql(`
  query BookedCustomer($id: ID!) {
    customer(id: $id) {
      ...FoundCustomer
    }
  }
`, [foundCustomerFields]);

interface Props {
  /** The day that the calendar shows. */
  day: string;
  /** Whether the user has chosen that day. */
  isDayChosen: boolean;
  start: Start;
  staff: readonly Profile[];
  /** A customer on record, for whom it is; default: somebody who is written into the form. */
  customerId: string | undefined;
  onClose(): void;
}

/** Books an appointment for a customer. */
export function NewAppointment({ day, isDayChosen, start, staff, customerId, onClose }: Props) {
  const t = useWords(calendarWords);
  const session = useSession();
  const services = useServiceChoice();
  const customer = useLiveQuery(bookedCustomerQuery, { id: customerId ?? '' }, { pause: !customerId });
  const answer = {
    data: !customerId || customer.data ? services.all : undefined,
    failed: services.failed || customer.failed,
    retry() {
      services.retry();
      customer.retry();
    },
  };
  return (
    <Modal opened onClose={onClose} title={t.newAppointment} size="lg">
      <Answer of={answer}>
        {(all) => {
          if (all.length === 0) {
            return <Empty title={t.noService}>{isManager(session) && <Text>{t.noServiceHint}</Text>}</Empty>;
          }
          return (
            <Suspense>
              <NewAppointmentForm day={day} isDayChosen={isDayChosen} start={start} staff={staff} customer={customer.data?.customer ?? undefined} services={services} onClose={onClose} />
            </Suspense>
          );
        }}
      </Answer>
    </Modal>
  );
}
