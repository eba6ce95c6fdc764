import { type Money, useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { type Chart, chartsOf, firstShare, type Measure, sumOf, widthsOf } from './charts';
import styles from './report_chart.module.css';
import type { Report } from './report_query';
import { reportWords } from './words';

interface Props {
  report: Report;
  measure: Measure;
  nameOf(name: string): string;
}

/** Bars of a measure. The table says the same to screen readers, and more. */
export function ReportChart({ report, measure, nameOf }: Props) {
  const t = useWords(reportWords);
  const format = useFormat();
  const { revenue, expectedRevenue } = report.total;
  const labelOf = ({ currency }: Chart, values: readonly number[]) => {
    if (measure === 'video') {
      const share = firstShare(values);
      return share === undefined ? '–' : t.percent(format.number(share));
    }
    const example: Money | undefined = [...revenue, ...expectedRevenue].find((sum) => sum.currency === currency);
    return example ? format.money({ ...example, minorUnits: sumOf(values) }) : format.number(sumOf(values));
  };

  return chartsOf(report, measure).map((chart) => {
    const widths = widthsOf(chart);
    return (
      <div key={chart.currency ?? ''} aria-hidden="true" className={styles.chart}>
        <div className={styles.legend}>
          {chart.parts.map((part) => (
            <span key={part}>
              <span className={`${styles.swatch} ${styles.part}`} data-part={part} />
              {t[part]}
            </span>
          ))}
        </div>
        <div className={styles.bars}>
          {chart.bars.map(({ key, name, values }, row) => (
            <div key={key} className={styles.row}>
              <span className={styles.name}>{nameOf(name)}</span>
              <span className={styles.bar}>
                <span className={styles.filled} style={{ width: `${sumOf(widths[row] ?? [])}%` }}>
                  {chart.parts.map((part, index) => (
                    <span key={part} className={styles.part} data-part={part} style={{ flexGrow: values[index] ?? 0 }} />
                  ))}
                </span>
              </span>
              <span className={styles.value}>{labelOf(chart, values)}</span>
            </div>
          ))}
        </div>
      </div>
    );
  });
}
