import type { introspection } from '../../api/introspection';

type VideoProvider = introspection['types']['VideoProvider']['enumValues'];

/** The brand names of the providers; the own room has none. */
export const providerNames: Record<VideoProvider, string> = {
  ZOOM: 'Zoom',
  GOOGLE_MEET: 'Google Meet',
  SKYPE: 'Skype',
  MICROSOFT_TEAMS: 'Microsoft Teams',
  WEBEX: 'Webex',
  WHEREBY: 'Whereby',
  JITSI: 'Jitsi',
  VISAVIS: 'visavis',
  OTHER: 'Video',
};

type Provider = keyof typeof providerNames;

/** Returns the providers of a link to choose from. Skype has ended, so only who still has a link to it sees it. */
export const providerChoices = (present: Provider, other: string) =>
  (Object.keys(providerNames) as Provider[])
    .filter((provider) => provider !== 'VISAVIS' && (provider !== 'SKYPE' || present === 'SKYPE'))
    .map((provider) => ({ value: provider, label: provider === 'OTHER' ? other : providerNames[provider] }));
