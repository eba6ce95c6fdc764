import { Anchor, Button, Card, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { both } from '../../api/both';
import { useCategories } from '../../api/catalog';
import { useLiveQuery } from '../../api/live_query';
import { usePagedQuery } from '../../api/paged_query';
import { useChange } from '../../api/use_change';
import { searchWords } from '../../language/search_words';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { LoadMore } from '../../parts/load_more';
import { Answer, Page } from '../../parts/page';
import { SearchField } from '../../parts/search_field';
import { useAskedNew } from '../../parts/use_asked_new';
import { useReadiness } from '../first_day';
import { CategoryCard } from './category_card';
import { CategoryDialog } from './category_dialog';
import { serviceCategoryRemove, serviceCategoryRestore } from './service_changes';
import { ServiceDialog } from './service_dialog';
import { type Category, currenciesQuery, type Service, servicesQuery } from './services_query';
import { useServiceArchive } from './use_service_archive';
import { servicesWords } from './words';

/** The open dialog: a new or existing category or service. */
type Edited = { category: Category | undefined } | { service: Service | undefined; categoryId: string };

/** All categories and services of the salon. */
export function ServicesPage() {
  const t = useWords(servicesWords);
  const searchText = useWords(searchWords);
  const [search, setSearch] = useState('');
  const services = usePagedQuery(servicesQuery, { search: search || null }, (data) => data.services);
  const categories = useCategories();
  const { data } = useLiveQuery(currenciesQuery, {});
  const readiness = useReadiness();
  const withoutStaff = new Set(readiness.data?.branchReadiness.servicesWithoutStaff.map(({ id }) => id));
  const { client } = useApi();
  const change = useChange();
  const [edited, setEdited] = useState<Edited | 'new service'>();
  const close = () => setEdited(undefined);
  useAskedNew('/leistungen', () => setEdited('new service'));

  async function remove({ id, name }: Category) {
    const undo = () => send(client, serviceCategoryRestore, { input: { id } });
    await change(serviceCategoryRemove, { input: { id } }, { done: t.removed(name), undo });
  }
  return (
    <Page title={t.title} intro={t.intro} width="form" actions={<Button onClick={() => setEdited({ category: undefined })}>{t.addCategory}</Button>}>
      <SearchField label={t.search} onSearch={setSearch} />
      <Answer of={both(categories, services)}>
        {([{ nodes: all }, { nodes, hasMore }]) => {
          const dialog = edited === 'new service' ? newServiceIn(all) : edited;
          const isPart = hasMore || search !== '';
          const shown = all.map((category) => ({ category, list: nodes.filter((service) => service.category.id === category.id && !service.archived) }));
          return (
            <>
              {all.length === 0 && (
                <Empty title={t.noCategory}>
                  <Text>{t.noCategoryHint}</Text>
                  <Anchor component={Link} to="/erste-schritte">
                    {t.toTemplates}
                  </Anchor>
                </Empty>
              )}
              {search !== '' && nodes.length === 0 && (
                <Empty title={searchText.noMatch}>
                  <Text>{searchText.noMatchHint}</Text>
                </Empty>
              )}
              {shown
                .filter(({ list }) => search === '' || list.length > 0)
                .map(({ category, list }) => (
                  <CategoryCard
                    key={category.id}
                    category={category}
                    services={list}
                    withoutStaff={withoutStaff}
                    isPart={isPart}
                    onRename={() => setEdited({ category })}
                    onRemove={() => void remove(category)}
                    onAdd={() => setEdited({ service: undefined, categoryId: category.id })}
                    onEdit={(service) => setEdited({ service, categoryId: category.id })}
                  />
                ))}
              <LoadMore hasMore={hasMore} onMore={services.more} />
              <Archived list={nodes.filter(({ archived }) => archived)} />
              {dialog && 'category' in dialog && <CategoryDialog category={dialog.category} onClose={close} />}
              {dialog && 'service' in dialog && data && (
                <ServiceDialog service={dialog.service} categoryId={dialog.categoryId} categories={all} currencies={data.currencies} onClose={close} />
              )}
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

/** Returns the dialog of a new service, or that of the category which it needs first. */
const newServiceIn = ([first]: readonly Category[]): Edited => (first ? { service: undefined, categoryId: first.id } : { category: undefined });

function Archived({ list }: { list: readonly Service[] }) {
  const t = useWords(servicesWords);
  const { restore } = useServiceArchive();
  if (list.length === 0) {
    return null;
  }
  return (
    <Card withBorder component="section">
      <Title order={2} mb="xs">
        {t.archived}
      </Title>
      {list.map((service) => (
        <Group key={service.id} justify="space-between">
          <Text>{service.name}</Text>
          <Button variant="subtle" size="compact-md" aria-label={`${t.restore}: ${service.name}`} onClick={() => void restore(service)}>
            {t.restore}
          </Button>
        </Group>
      ))}
    </Card>
  );
}
