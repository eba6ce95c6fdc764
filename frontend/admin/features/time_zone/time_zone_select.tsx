import { Select, type SelectProps } from '@mantine/core';
import { useTimeZones } from './use_time_zones';
import { found, type ZoneOption, zoneOptions } from './zone_options';

interface Props extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'filter'> {
  value: string;
  onChange(zone: string): void;
}

/** Chooses a time zone of those that the server knows. */
export function TimeZoneSelect({ value, onChange, ...props }: Props) {
  const zones = useTimeZones() ?? [];
  return (
    <Select
      {...props}
      searchable
      allowDeselect={false}
      data={zoneOptions(zones, value)}
      filter={({ options, search }) => found(options as ZoneOption[], search)}
      value={value || null}
      onChange={(zone) => zone && zone !== value && onChange(zone)}
    />
  );
}
