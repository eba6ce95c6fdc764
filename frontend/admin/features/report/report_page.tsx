import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../../language/words';
import { Page } from '../../parts/page';
import { readReportSearch } from './report_search';
import { ReportView } from './report_view';
import { reportWords } from './words';

/** Appointments and revenue of a period, by month, staff member, service or branch. */
export function ReportPage() {
  const t = useWords(reportWords);
  const search = readReportSearch({ ...useSearch({ from: '/berichte' }) });
  const navigate = useNavigate({ from: '/berichte' });
  return (
    <Page title={t.title} intro={t.intro} width="list">
      <ReportView search={search} onChange={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })} />
    </Page>
  );
}
