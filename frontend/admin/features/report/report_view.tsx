import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLiveQuery } from '../../api/live_query';
import { useFormat } from '../../language/format';
import { useLanguage } from '../../language/language';
import { useWords } from '../../language/words';
import { csvOf } from '../../parts/csv';
import { Empty } from '../../parts/empty';
import { Answer } from '../../parts/page';
import { save } from '../../parts/save_file';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';
import { chartsOf, maxBars } from './charts';
import { isEmpty } from './figures';
import { ReportChart } from './report_chart';
import { cellsOf } from './report_csv';
import { ReportFilters } from './report_filters';
import { type Report, reportQuery } from './report_query';
import { faultOf, groupings, periodOf, type ReportSearch } from './report_search';
import { ReportTable } from './report_table';
import { reportWords } from './words';

interface Props {
  search: ReportSearch;
  onChange(change: ReportSearch): void;
}

/** The report that a search selects, with its filters. */
export function ReportView({ search, onChange }: Props) {
  const t = useWords(reportWords);
  const format = useFormat();
  const { language } = useLanguage();
  const { id, timeZone } = useBranch();
  const { nach = 'person', alle, zeigt = 'termine', zeitraum } = search;
  const period = periodOf(search, today(timeZone));
  const fault = faultOf(period);
  const answer = useLiveQuery(
    reportQuery,
    { ...period, groupBy: groupings[nach], branchId: alle ? null : id },
    { pause: fault !== undefined, hidesFormer: true }, // nobody reads the figures of one period under another
  );
  const nameOf = (name: string) => (nach === 'monat' ? format.month(name) : name);
  const download = (report: Report) =>
    save(`${t.fileName}-${period.from}-${period.to}.csv`, csvOf(cellsOf(report, t.groupings[nach], t, format.decimalSeparator), language), 'text/csv;charset=utf-8');

  return (
    <>
      <ReportFilters search={search} period={period} onChange={onChange} />
      {zeitraum !== 'eigener' && <Text c="dimmed">{t.fromTo(format.date(period.from), format.date(period.to))}</Text>}
      {!fault && (
        <Answer of={answer}>
          {({ report }) =>
            isEmpty(report) ? (
              <Empty title={t.nothing}>
                <Text>{t.nothingHint}</Text>
                <Link to="/kalender">{t.toCalendar}</Link>
              </Empty>
            ) : (
              <>
                {chartsOf(report, zeigt).length === 0 ? <Text>{t.noRevenue}</Text> : <ReportChart report={report} measure={zeigt} nameOf={nameOf} />}
                {report.rows.length > maxBars && <Text c="dimmed">{t.moreBars(maxBars, report.rows.length)}</Text>}
                <ReportTable report={report} first={t.groupings[nach]} nameOf={nameOf} />
                {report.leftOut > 0 && <Text>{t.leftOut(report.leftOut)}</Text>}
                <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => download(report)}>
                  {t.export}
                </Button>
              </>
            )
          }
        </Answer>
      )}
    </>
  );
}
