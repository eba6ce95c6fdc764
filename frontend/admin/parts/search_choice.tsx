import { Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { commonWords } from '../language/common_words';
import { useWords } from '../language/words';
import { Choice, type Option, withValue } from './choice';

/** The result of `useSearchedList`. */
interface List<Node> {
  nodes: readonly Node[] | undefined;
  isShort: boolean;
  hasMore: boolean;
  search: string;
  setSearch(search: string): void;
}

interface Props<Node> {
  label?: string;
  'aria-label'?: string;
  description?: string;
  error?: ReactNode;
  disabled?: boolean;
  list: List<Node>;
  optionOf(node: Node): Option;
  /** Options before those of the list, such as that for everyone. */
  before?: readonly Option[];
  value: string;
  /** The name of the value if it is none of the options; default: the value itself. */
  otherwise?: string | undefined;
  onChange(value: string): void;
}

/** Chooses from a list that may be long: a short one is a plain select, a long one is searched on the server. */
export function SearchChoice<Node>({ list, optionOf, before, value, otherwise, onChange, ...props }: Props<Node>) {
  const t = useWords(commonWords);
  const { nodes = [], isShort, hasMore, search, setSearch } = list;
  const [chosen, setChosen] = useState<Option>();
  const options = [...(search.trim() === '' && before ? before : []), ...nodes.map(optionOf)];
  if (isShort || !list.nodes) {
    return <Choice {...props} value={value} otherwise={otherwise} data={options} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
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
      {...(hasMore && { description: props.description ?? t.searchForMore })}
      maxDropdownHeight={320}
    />
  );
}
