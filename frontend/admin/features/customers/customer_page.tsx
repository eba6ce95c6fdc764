import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useApi } from '../../api/api';
import { useLiveQuery } from '../../api/live_query';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { Confirm } from '../../parts/confirm';
import { Empty } from '../../parts/empty';
import { Answer, Page } from '../../parts/page';
import { isManager, useSession } from '../../session/session';
import { CustomerAppointments } from './customer_appointments';
import { CustomerFacts } from './customer_facts';
import { customerExportQuery, customerForget, customerQuery } from './customers_query';
import { save } from './save_file';
import { customersWords } from './words';

/** The profile of a customer. */
export function CustomerPage() {
  const t = useWords(customersWords);
  const { customerId } = useParams({ from: '/kunden/$customerId' });
  const answer = useLiveQuery(customerQuery, { id: customerId });
  const customer = answer.data?.customer;
  const session = useSession();
  return (
    <Page title={customer?.name ?? t.title} width={900} actions={customer && isManager(session) && <Actions id={customer.id} />}>
      <Link to="/kunden">{t.toList}</Link>
      <Answer of={answer}>
        {() =>
          customer ? (
            <>
              <CustomerFacts key={customer.id} customer={customer} />
              <CustomerAppointments customer={customer} />
            </>
          ) : (
            <Empty title={t.notFound}>
              <Text>{t.noMatchHint}</Text>
            </Empty>
          )
        }
      </Answer>
    </Page>
  );
}

function Actions({ id }: { id: string }) {
  const t = useWords(customersWords);
  const { client } = useApi();
  const change = useChange();
  const navigate = useNavigate();
  const [isForgetting, { open, close }] = useDisclosure();

  async function download() {
    const { data } = await client.query(customerExportQuery, { id }, { requestPolicy: 'network-only' }).toPromise();
    if (data?.customerExport) {
      save(`${id}.json`, data.customerExport);
    } else {
      notifications.show({ color: 'red', message: t.exportFailed });
    }
  }
  async function forget() {
    const outcome = await change(customerForget, { input: { id } }, { done: ({ cancelledAppointments }) => t.forgotten(cancelledAppointments) });
    if (outcome.done) {
      void navigate({ to: '/kunden' });
    }
  }
  return (
    <>
      <Button variant="default" onClick={() => void download()}>
        {t.export}
      </Button>
      <Button variant="default" onClick={open}>
        {t.forget}
      </Button>
      <Confirm opened={isForgetting} title={t.forget} onClose={close} onConfirm={() => void forget()}>
        {t.forgetHint}
      </Confirm>
    </>
  );
}
