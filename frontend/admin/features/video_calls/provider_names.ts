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
