import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';

interface Props {
  /** What is searched, such as names. */
  label: string;
  /** The search at first. */
  initial?: string;
  /** Called with the trimmed search once nobody types. */
  onSearch(search: string): void;
}

/** Debounce of the search, in milliseconds. */
const pause = 250;

/** Searches a list on the server. */
export function SearchField({ label, initial = '', onSearch }: Props) {
  const [written, setWritten] = useState(initial);
  const search = useDebouncedCallback(onSearch, pause);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      value={written}
      onChange={({ currentTarget: { value } }) => {
        setWritten(value);
        search(value.trim());
      }}
    />
  );
}
