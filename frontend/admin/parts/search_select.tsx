import { Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { searchWords } from '../language/search_words';
import { useWords } from '../language/words';
import { type Option, withValue } from './choice';

export interface ChoiceProps {
  label?: string;
  'aria-label'?: string;
  description?: string;
  error?: ReactNode;
  disabled?: boolean;
  value: string;
  /** The name of the value if it is none of the options; default: the value itself. */
  otherwise?: string | undefined;
  onChange(value: string): void;
}

interface Props extends ChoiceProps {
  /** What the search finds, or the beginning of the list without one. */
  options: readonly Option[];
  hasMore: boolean;
  search: string;
  setSearch(search: string): void;
}

/** A select whose long list is searched on the server. */
export default function SearchSelect({ options, hasMore, search, setSearch, value, otherwise, onChange, ...props }: Props) {
  const t = useWords(searchWords);
  const [chosen, setChosen] = useState<Option>();
  const shown = withValue(options, value, chosen?.value === value ? chosen.label : otherwise);
  const name = shown.find((option) => option.value === value)?.label ?? '';
  return (
    <Select
      {...props}
      searchable
      allowDeselect={false}
      data={shown}
      filter={({ options: all }) => (all as Option[]).filter((option) => search === '' || options.some((found) => found.value === option.value))}
      nothingFoundMessage={t.noMatch}
      value={value}
      // While the field shows the name of the value, nobody searches.
      onSearchChange={(text) => setSearch(text === name ? '' : text)}
      onChange={(next, option) => {
        if (next !== null && next !== value) {
          setChosen({ value: next, label: option?.label ?? next });
          onChange(next);
        }
      }}
      maxDropdownHeight={320}
      // Without a visible label, there is no room for a hint.
      {...(hasMore && props.label && { description: props.description ?? t.searchForMore })}
    />
  );
}
