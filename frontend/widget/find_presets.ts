/* Finds what a snippet names otherwise than the salon does, loaded when there is something to find. */
import { request, type Branch, type Salon } from './api';
import { bookAddress } from './book_address';
import type { Language } from './language';
import { named } from './named';
import { salonFields } from './operations';
import type { Preset } from './preset';
import { type PresetPart, sentenceOf } from './unknown_preset';

/** GraphQL operations that find a branch by its ID or name, and the people of a branch. A test validates them against the schema. */
export const findOperations = {
  branchById: `query BranchById($id: ID!) {
  branch(id: $id) { ${salonFields} }
}`,
  branchByName: `query BranchByName($name: String!) {
  branches(search: $name, first: 20) { nodes { ${salonFields} } }
}`,
  staff: `query BranchStaff($branchId: ID!) {
  branch(id: $branchId) { bookableStaff { id displayName } }
}`,
} as const;

/** What the widget shows, once what a preset names is found. */
export interface Found {
  branch: Salon['branch'];
  /** The preset by IDs. */
  preset: Preset;
  /** What the preset names and there is not. */
  unknown?: PresetPart | undefined;
  /** The address of the booking page, without what there is not. */
  link?: string;
}

/** Returns what the preset names, given the branch with its slug if there is one. Tells the owner of the site what there is not. */
export async function findPresets(bySlug: Salon['branch'], preset: Preset, language: Language): Promise<Found> {
  const branch = bySlug ?? (await findBranch(preset, language));
  const service = branch ? named(branch.bookableServices, preset.service ?? undefined, ({ name }) => name)?.id : undefined;
  const staff = branch && preset.staff ? await findStaff(preset, language, branch) : undefined;
  const unknown = (!branch && 'branch') || (preset.service && !service && 'service') || (preset.staff && !staff && 'staff') || undefined;
  if (unknown) {
    console.warn(sentenceOf(unknown, preset[unknown] ?? ''));
  }
  const known = { ...preset, service, staff };
  return { branch, preset: known, unknown, link: bookAddress(known) };
}

async function findBranch(preset: Preset, language: Language): Promise<Salon['branch']> {
  const { branch: wanted } = preset;
  if (wanted.startsWith('brn_')) {
    return (await request<Salon>(preset, language, findOperations.branchById, { id: wanted })).branch;
  }
  if (!wanted) {
    return null;
  }
  const { branches } = await request<{ branches: { nodes: NonNullable<Salon['branch']>[] } }>(preset, language, findOperations.branchByName, { name: wanted });
  return named(branches.nodes, wanted, ({ name }) => name) ?? null;
}

async function findStaff(preset: Preset, language: Language, { id: branchId }: Branch): Promise<string | undefined> {
  const { branch } = await request<{ branch: { bookableStaff: { id: string; displayName: string }[] } | null }>(preset, language, findOperations.staff, { branchId });
  return named(branch?.bookableStaff ?? [], preset.staff ?? undefined, ({ displayName }) => displayName)?.id;
}
