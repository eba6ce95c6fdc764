import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { readPages } from '../../api/paged_query';
import { useLanguage } from '../../language/language';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { wallClockAt } from '../../session/wall_clock';
import { csvOf } from '../../parts/csv';
import { customersQuery } from './customers_query';
import type { CustomersSearch } from './customers_search';
import { variablesOf } from './customers_variables';
import { save } from '../../parts/save_file';
import { customersWords } from './words';

/** Downloads the customers of the list, all pages, for a spreadsheet. */
export function ListExport({ search }: { search: CustomersSearch }) {
  const t = useWords(customersWords);
  const api = useApi();
  const { language } = useLanguage();
  const { timeZone } = useBranch();
  const [isReading, setReading] = useState(false);
  const dayOf = (at: string | null) => (at ? wallClockAt(at, timeZone).date : '');

  async function download() {
    setReading(true);
    const all = await readPages(api, customersQuery, { ...variablesOf(search), first: 100 }, ({ customers }) => customers);
    setReading(false);
    if (!all) {
      notifications.show({ color: 'red', message: t.exportFailed });
      return;
    }
    const head = [t.name, t.email, t.phone, t.lastVisit, t.nextVisit, t.visits, t.noShows, t.since];
    const rows = all.nodes.map(({ name, email, phone, createdAt, visits: { lastAt, nextAt, count, noShows } }) => [
      name, email ?? '', phone, dayOf(lastAt), dayOf(nextAt), String(count), String(noShows), dayOf(createdAt),
    ]);
    save(`${t.fileName}.csv`, csvOf([head, ...rows], language), 'text/csv;charset=utf-8');
  }
  return (
    <Button variant="default" loading={isReading} onClick={() => void download()}>
      {t.exportList}
    </Button>
  );
}
