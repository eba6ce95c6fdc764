import { Anchor, Button, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useLiveQuery } from '../../api/live_query';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { Answer, Page } from '../../parts/page';
import { isManager, useSession } from '../../session/session';
import { CustomerAppointments } from './customer_appointments';
import { CustomerCard } from './customer_card';
import { CustomerFacts } from './customer_facts';
import { CustomerVisits } from './customer_visits';
import { customerQuery } from './customers_query';
import { DataActions } from './data_actions';
import { Duplicates } from './duplicates';
import { customersWords } from './words';

/** The profile of a customer. */
export function CustomerPage() {
  const t = useWords(customersWords);
  const { customerId } = useParams({ from: '/kunden/$customerId' });
  const answer = useLiveQuery(customerQuery, { id: customerId });
  const customer = answer.data?.customer;
  const session = useSession();
  return (
    <Page
      title={customer?.name ?? t.title}
      width="form"
      actions={
        customer && (
          <>
            {isManager(session) && <DataActions id={customer.id} />}
            <Button component={Link} to={`/kalender?kunde=${customer.id}`}>
              {t.bookAgain}
            </Button>
          </>
        )
      }
    >
      <Anchor component={Link} to="/kunden">
        {t.toList}
      </Anchor>
      <Answer of={answer}>
        {() =>
          customer ? (
            <>
              <CustomerVisits customer={customer} />
              <CustomerFacts key={customer.id} customer={customer} />
              <Duplicates customer={customer} />
              <CustomerCard key={`card ${customer.id}`} customer={customer} />
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
