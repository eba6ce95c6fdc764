import type { introspection } from '../../api/introspection';

type VideoProvider = introspection['types']['VideoProvider']['enumValues'];

/** The providers as they call themselves. */
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
