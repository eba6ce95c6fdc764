import { Modal, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useServiceChoice } from '../../api/service_choice';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { Answer } from '../../parts/page';
import { isManager, useSession } from '../../session/session';
import type { Profile } from './calendar_query';
import type { Start } from './new_appointment_form';
import { calendarWords } from './words';

const NewAppointmentForm = lazy(() => import('./new_appointment_form'));

interface Props {
  start: Start;
  staff: readonly Profile[];
  onClose(): void;
}

/** Books an appointment for a customer. */
export function NewAppointment({ start, staff, onClose }: Props) {
  const t = useWords(calendarWords);
  const session = useSession();
  const services = useServiceChoice();
  return (
    <Modal opened onClose={onClose} title={t.newAppointment} size="lg">
      <Answer of={{ data: services.all, failed: services.failed, retry: services.retry }}>
        {(all) => {
          if (all.length === 0) {
            return <Empty title={t.noService}>{isManager(session) && <Text>{t.noServiceHint}</Text>}</Empty>;
          }
          return (
            <Suspense>
              <NewAppointmentForm start={start} staff={staff} services={services} onClose={onClose} />
            </Suspense>
          );
        }}
      </Answer>
    </Modal>
  );
}
