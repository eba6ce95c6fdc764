import { Checkbox, Group } from '@mantine/core';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import type { CustomersSearch } from './customers_search';
import { customersWords } from './words';

interface Props {
  search: CustomersSearch;
  onChange(change: CustomersSearch): void;
}

/** Order and filters of the list, which the URL holds. A search has its own order. */
export function CustomerFilters({ search, onChange }: Props) {
  const t = useWords(customersWords);
  return (
    <Group align="end">
      <Choice
        label={t.sort}
        disabled={Boolean(search.suche)}
        value={search.suche ? 'name' : (search.sortierung ?? 'name')}
        data={[
          { value: 'name', label: t.byName },
          { value: 'letzter', label: t.lastVisit },
          { value: 'naechster', label: t.nextVisit },
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ sortierung: value === 'letzter' || value === 'naechster' ? value : undefined })}
      />
      <Choice
        label={t.coming}
        value={search.termin ?? 'alle'}
        data={[
          { value: 'alle', label: t.withAndWithout },
          { value: 'ja', label: t.withComing },
          { value: 'nein', label: t.withoutComing },
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ termin: value === 'ja' || value === 'nein' ? value : undefined })}
      />
      <Checkbox
        label={t.withNoShows}
        mb={8}
        checked={search.gefehlt ?? false}
        onChange={({ currentTarget: { checked } }) => onChange({ gefehlt: checked || undefined })}
      />
      <Checkbox
        label={t.onlyUnconfirmed}
        mb={8}
        checked={search.unbestaetigt ?? false}
        onChange={({ currentTarget: { checked } }) => onChange({ unbestaetigt: checked || undefined })}
      />
    </Group>
  );
}
