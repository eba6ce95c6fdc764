import type { introspection } from '../../api/introspection';

type VideoProvider = introspection['types']['VideoProvider']['enumValues'];

/** The brand names of the providers. */
export const providerNames: Record<VideoProvider, string> = {
  ZOOM: 'Zoom',
  GOOGLE_MEET: 'Google Meet',
  SKYPE: 'Skype',
  MICROSOFT_TEAMS: 'Microsoft Teams',
  WEBEX: 'Webex',
  WHEREBY: 'Whereby',
  JITSI: 'Jitsi',
  OTHER: 'Video',
};

type Provider = keyof typeof providerNames;

/** Returns the providers to choose from. Skype has ended, so only who still has a link to it sees it. */
export const providerChoices = (present: Provider, other: string) =>
  (Object.keys(providerNames) as Provider[])
    .filter((provider) => provider !== 'SKYPE' || present === 'SKYPE')
    .map((provider) => ({ value: provider, label: provider === 'OTHER' ? other : providerNames[provider] }));
