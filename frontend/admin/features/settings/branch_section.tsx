import { NativeSelect, Select, SimpleGrid } from '@mantine/core';
import { useWords } from '../../language/words';
import { SavedText } from '../../parts/saved_text';
import { EmailSuggestion } from '../../session/email_suggestion';
import type { BranchSettings } from './settings_query';
import { useBranchUpdate } from './use_branch_update';
import { settingsWords } from './words';

/** Name, address, time zone and language of a branch. */
export function BranchSection({ branch }: { branch: BranchSettings }) {
  const t = useWords(settingsWords);
  const save = useBranchUpdate(branch.id);
  const { locale, timeZone, address } = branch;
  const text = (field: 'name' | 'slug' | 'email' | 'phone') => ({
    value: branch[field],
    save: (value: string) => save({ [field]: value }, { [field]: branch[field] }),
  });
  const part = (field: 'street' | 'postalCode' | 'city' | 'country') => ({
    value: address[field],
    save: (value: string) => save({ address: { [field]: value } }, { address: { [field]: address[field] } }),
  });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <SavedText label={t.name} {...text('name')} />
      <SavedText label={t.slug} description={t.slugHint} inputWrapperOrder={['label', 'input', 'description', 'error']} {...text('slug')} />
      <Select
        label={t.timeZone}
        data={Intl.supportedValuesOf('timeZone')}
        searchable
        allowDeselect={false}
        value={timeZone}
        onChange={(zone) => zone && zone !== timeZone && void save({ timeZone: zone }, { timeZone })}
      />
      <NativeSelect
        label={t.language}
        value={locale}
        data={(['DE', 'EN'] as const).map((value) => ({ value, label: t.languages[value] }))}
        onChange={(event) => void save({ locale: event.currentTarget.value as typeof locale }, { locale })}
      />
      <SavedText label={t.email} type="email" suggest={EmailSuggestion} {...text('email')} />
      <SavedText label={t.phone} type="tel" {...text('phone')} />
      <SavedText label={t.street} {...part('street')} />
      <SavedText label={t.postalCode} {...part('postalCode')} />
      <SavedText label={t.city} {...part('city')} />
      <SavedText label={t.country} {...part('country')} />
    </SimpleGrid>
  );
}
