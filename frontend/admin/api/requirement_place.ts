import type { introspection } from './introspection';

type Requirement = introspection['types']['VideoRequirementCode']['enumValues'];

/** Returns the page on which a requirement of being bookable by video is met. */
export function placeOf(code: Requirement, staffId: string): string {
  const tab = (name: string) => `/mitarbeiter/${staffId}/${name}`;
  const places: Record<Requirement, string> = {
    BOOKABLE_ONLINE: tab('allgemein'),
    ACTIVE_IN_BRANCH: tab('filialen'),
    VIDEO_COMPETENCY: tab('kompetenzen'),
    VIDEO_LINK: tab('video-anrufe'),
    VIDEO_ONLY_MODE: '/nur-video-modus',
    WORK_PLAN: tab('arbeitsplan'),
    OPENING_HOURS: '/oeffnungszeiten',
  };
  return places[code];
}

type BranchRequirement = introspection['types']['BranchRequirementCode']['enumValues'];

/** Returns the page on which a requirement for online booking in a branch is met. */
export function placeInBranch(code: BranchRequirement): string {
  const places: Record<BranchRequirement, string> = {
    OPENING_HOURS: '/oeffnungszeiten',
    SERVICES: '/leistungen',
    STAFF: '/mitarbeiter',
    COMPETENCIES: '/kompetenzen',
    WORK_PLANS: '/arbeitsplan',
    VIDEO_ROOMS: '/video-anrufe',
    LEGAL_TEXTS: '/rechtliches',
    MAIL: '/einstellungen',
  };
  return places[code];
}
