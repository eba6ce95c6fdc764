import { ColorInput, Select, SimpleGrid, Stack, Switch, Text } from '@mantine/core';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import type { VariablesOf } from '../../api/graphql';
import { useChange } from '../../api/use_change';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { withValue } from '../../parts/choice';
import { SavedText } from '../../parts/saved_text';
import { EmailSuggestion } from '../../session/email_suggestion';
import { useSession } from '../../session/session';
import type { Profile } from './profile_query';
import { PictureField } from '../pictures';
import { SamePerson } from './same_person';
import { staffRoleSet, staffUpdate } from './staff_changes';
import { staffWords } from './words';

type Changes = Omit<VariablesOf<typeof staffUpdate>['input'], 'id'>;
type TextField = 'firstName' | 'lastName' | 'displayName' | 'title' | 'email' | 'phone' | 'bio';

interface Props {
  profile: Profile;
}

/** Name, contact, role and online booking of a profile. */
export function GeneralTab({ profile }: Props) {
  const t = useWords(staffWords);
  const format = useFormat();
  const { me } = useSession();
  const { client } = useApi();
  const change = useChange();

  /** Saves changes and returns the error message of the field, if any. */
  async function save<Field extends keyof Changes & keyof Profile>(field: Field, value: Changes[Field]) {
    const put = (changes: Changes) => ({ input: { id: profile.id, ...changes } });
    const before = profile[field];
    const outcome = await change(staffUpdate, put({ [field]: value }), {
      fields: [field],
      undo: () => send(client, staffUpdate, put({ [field]: before })),
    });
    return outcome.done ? undefined : outcome.errors.find((wrong) => wrong.field.join('.') === field)?.message;
  }
  async function savePhoto(photoId: string) {
    const { id, photo } = profile;
    const undo = () => send(client, staffUpdate, { input: { id, photoId: photo?.id ?? '' } });
    const outcome = await change(staffUpdate, { input: { id, photoId } }, { fields: ['photoId'], undo });
    return outcome.done ? undefined : outcome.errors[0]?.message;
  }
  async function setRole(role: Profile['role']) {
    const { id, role: before } = profile;
    await change(staffRoleSet, { input: { id, role } }, { undo: () => send(client, staffRoleSet, { input: { id, role: before } }) });
  }
  const text = (field: TextField) => ({ value: profile[field], save: (value: string) => save(field, value) });
  const isAbove = profile.role === 'OWNER' && me.role !== 'OWNER';
  const roles = (['MEMBER', 'RECEPTIONIST', 'MANAGER', 'OWNER'] as const).filter((role) => me.role === 'OWNER' || role !== 'OWNER');

  return (
    <Stack>
      {profile.samePersonAs.length > 0 && (
        <Text c="dimmed">{t.samePerson(format.list(profile.samePersonAs.map(({ displayName }) => displayName)))}</Text>
      )}
      <Switch
        label={t.bookableOnline}
        description={t.bookableOnlineHint}
        checked={profile.bookableOnline}
        onChange={(event) => void save('bookableOnline', event.currentTarget.checked)}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SavedText label={t.firstName} {...text('firstName')} />
        <SavedText label={t.lastName} {...text('lastName')} />
        <SavedText label={t.displayName} {...text('displayName')} />
        <SavedText label={t.titleField} {...text('title')} />
        <SavedText label={t.email} description={t.neverShown} type="email" suggest={EmailSuggestion} {...text('email')} />
        <SavedText label={t.phone} description={t.neverShown} type="tel" {...text('phone')} />
        <Select
          label={t.role}
          description={t.rolesHint[profile.role]}
          allowDeselect={false}
          disabled={isAbove}
          data={withValue(roles.map((role) => ({ value: role, label: t.roles[role] })), profile.role, t.roles[profile.role])}
          value={profile.role}
          onChange={(role) => role && void setRole(role)}
        />
        <ColorInput
          label={t.color}
          format="hex"
          withEyeDropper={false}
          value={profile.color}
          onChangeEnd={(color) => /^#[\da-f]{6}$/i.test(color) && color !== profile.color && void save('color', color)}
        />
      </SimpleGrid>
      <PictureField label={t.photo} description={t.photoHint} value={profile.photo} round save={savePhoto} />
      <SavedText label={t.bio} description={t.bioHint} multiline {...text('bio')} />
      <SamePerson profile={profile} disabled={isAbove} />
    </Stack>
  );
}
