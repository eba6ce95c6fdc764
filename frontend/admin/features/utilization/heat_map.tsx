import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { weekdays } from '../../parts/intervals';
import { ScrollRegion } from '../../parts/scroll_region';
import { type Cell, rowsOf, shareOf, type UsedHour, warmth } from './heat';
import styles from './heat_map.module.css';
import { utilizationWords } from './words';

/** A heat map of the week by hour as a table; a darker cell is more booked. */
export function HeatMap({ hours }: { hours: readonly UsedHour[] }) {
  const t = useWords(utilizationWords);
  const format = useFormat();
  return (
    <ScrollRegion label={t.title}>
      <table className={styles.map} aria-label={t.title}>
        <thead>
          <tr>
            <th scope="col">{t.hour}</th>
            {weekdays.map((weekday, index) => (
              <th key={weekday} scope="col">
                {format.weekday(index, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(hours).map(({ hour, cells }) => (
            <tr key={hour}>
              <th scope="row">{`${String(hour).padStart(2, '0')}:00`}</th>
              {cells.map((cell, index) => (
                <HeatCell key={weekdays[index]} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function HeatCell({ cell }: { cell: Cell }) {
  const t = useWords(utilizationWords);
  const format = useFormat();
  if (!cell) {
    return <td>–</td>;
  }
  const share = shareOf([cell]);
  const inHours = (minutes: number) => format.number(minutes / 60);
  return (
    <td data-warmth={warmth(share ?? 1)} title={t.cell(inHours(cell.bookedMinutes), inHours(cell.workingMinutes))}>
      {share === undefined ? t.outside : format.number(Math.round(share * 100))}
    </td>
  );
}
