import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { usePagedQuery } from '../../api/paged_query';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { LoadMore } from '../../parts/load_more';
import { Answer, Page } from '../../parts/page';
import { SearchField } from '../../parts/search_field';
import { isManager, useSession } from '../../session/session';
import { CustomerFilters } from './customer_filters';
import { CustomerList } from './customer_list';
import { customersQuery } from './customers_query';
import { type CustomersSearch, readCustomersSearch } from './customers_search';
import { isNarrowed, variablesOf } from './customers_variables';
import { ListExport } from './list_export';
import { NewCustomer } from './new_customer';
import { customersWords } from './words';

/** All customers with their visits, with a search by part of the name, email or phone number. */
export function CustomersPage() {
  const t = useWords(customersWords);
  const search = readCustomersSearch({ ...useSearch({ from: '/kunden' }) });
  const navigate = useNavigate({ from: '/kunden' });
  const session = useSession();
  const [isAdding, { open, close }] = useDisclosure();
  const answer = usePagedQuery(customersQuery, variablesOf(search), ({ customers }) => customers);
  const set = (change: CustomersSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true });

  return (
    <Page
      title={t.title}
      intro={t.intro}
      width="list"
      actions={
        <>
          {isManager(session) && <ListExport search={search} />}
          <Button onClick={open}>{t.newCustomer}</Button>
        </>
      }
    >
      <SearchField label={t.search} initial={search.suche ?? ''} onSearch={(text) => set({ suche: text || undefined })} />
      <CustomerFilters search={search} onChange={set} />
      <Answer of={answer}>
        {({ nodes, hasMore }) => {
          if (nodes.length === 0) {
            return (
              <Empty title={isNarrowed(search) ? t.noMatch : t.noCustomer}>
                <Text>{isNarrowed(search) ? t.noMatchHint : t.noCustomerHint}</Text>
              </Empty>
            );
          }
          return (
            <>
              <CustomerList list={nodes} />
              <LoadMore hasMore={hasMore} onMore={answer.more} />
            </>
          );
        }}
      </Answer>
      {isAdding && <NewCustomer onClose={close} />}
    </Page>
  );
}
