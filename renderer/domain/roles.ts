/** Who does what. Experts are many, each with an area; the others have one holder each. */
export type Role = 'commander' | 'communications' | 'scribe' | 'deputy' | 'expert';

/** A role with one holder at a time. */
export type SingleRole = Exclude<Role, 'expert'>;

/** In the order in which the board shows them. */
export const SINGLE_ROLES: readonly SingleRole[] = ['commander', 'communications', 'scribe', 'deputy'];

/** What a role is for, in sentences that can be read out. */
export interface RoleRule {
  readonly name: string;
  readonly does: string;
  readonly mustNot: string;
}

/** Shown when a role is handed out. Source: product.md §2. */
export const ROLE_RULES: { readonly [R in Role]: RoleRule } = {
  commander: {
    name: 'Incident Commander',
    does: 'Decides, delegates, keeps the whole picture; asks for the next update and the next risk.',
    mustNot: 'Debug, write code or run the fix.',
  },
  communications: {
    name: 'Communications lead',
    does: 'Writes and sends every update on time; keeps the promises made outside.',
    mustNot: 'Promise a time of recovery, or join the debugging.',
  },
  scribe: {
    name: 'Scribe',
    does: 'Logs what is seen, said, decided and done, as it happens.',
    mustNot: 'Wait for certainty before logging, or take on a fix.',
  },
  deputy: {
    name: 'Deputy',
    does: 'Watches the clock and the open tasks; takes command when asked.',
    mustNot: 'Give orders of their own while the commander is in command.',
  },
  expert: {
    name: 'Subject-matter expert',
    does: 'Takes one task with a time box and reports back.',
    mustNot: 'Change production without saying so on the call first.',
  },
};
