export { TimeZoneSelect } from './time_zone_select';
export { useTimeZones } from './use_time_zones';
export { usualZone } from './zone_options';
