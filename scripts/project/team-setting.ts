/** What the configuration says of a team. */
import { z } from 'zod/mini';
import { described } from './described.ts';

export const teamFields = {
  team: described(
    z.optional(
      z.union([
        z.literal(false),
        z.strictObject({
          share: described(
            z.optional(z.boolean()),
            "true: texts that people wrote or approved here are matches in the team's other projects, and theirs here.",
          ),
          name: described(
            z.optional(z.string().check(z.minLength(1))),
            "The project's name. Default: its git remote's.",
          ),
        }),
      ]),
    ),
    'What a team shares through the database of DATABASE_URL; false: DATABASE_URL is not meant for Glossa.',
  ),
};

export interface TeamSetting {
  /** False where DATABASE_URL is not meant for Glossa. */
  readonly joins: boolean;
  readonly share: boolean;
  readonly name: string | undefined;
}

export function teamSettingOf({
  team,
}: {
  readonly team?: false | { readonly share?: boolean | undefined; readonly name?: string | undefined } | undefined;
}): TeamSetting {
  return team === false
    ? { joins: false, share: false, name: undefined }
    : { joins: true, share: team?.share ?? false, name: team?.name };
}
