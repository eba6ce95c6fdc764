import { graphql, type ResultOf } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { useLanguage } from '../../language/language';

const timeZonesQuery = graphql(`
  query TimeZones($locale: Locale!) {
    timeZones(locale: $locale) {
      id
      aliases
      name
      offsetMinutes
    }
  }
`);

export type TimeZone = ResultOf<typeof timeZonesQuery>['timeZones'][number];

/** Returns the time zones that the server knows, with names in the language of the page; undefined until they are known. */
export function useTimeZones(): readonly TimeZone[] | undefined {
  const { language } = useLanguage();
  return useLiveQuery(timeZonesQuery, { locale: language === 'de' ? 'DE' : 'EN' }).data?.timeZones;
}
