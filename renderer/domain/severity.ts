/** 1 is worst. Written `Sev 1` in sentences, `SEV 1` only in the badge. */
export type Severity = 1 | 2 | 3 | 4;

/** Worst first. */
export const SEVERITIES: readonly Severity[] = [1, 2, 3, 4];

/** `Sev 1`: how a severity is written in sentences. */
export const severityName = (severity: Severity): string => `Sev ${severity}`;

/** What a severity means and asks for. */
export interface SeverityRule {
  /** Shown where one picks; a team may word it anew (settings), never the number's meaning. */
  readonly definition: string;
  readonly rolesRequired: boolean;
  /** A post-mortem is due within 48 h of resolving. */
  readonly postMortemDue: boolean;
}

/** Source: product.md §1, which follows the four-level scale most published guides share. */
export const SEVERITY_RULES: { readonly [S in Severity]: SeverityRule } = {
  1: {
    definition: 'Site down, or a major feature unusable for many users.',
    rolesRequired: true,
    postMortemDue: true,
  },
  2: {
    definition: 'Significant degradation; some users affected.',
    rolesRequired: true,
    postMortemDue: true,
  },
  3: {
    definition: 'Minor degradation or a partial outage.',
    rolesRequired: false,
    postMortemDue: false,
  },
  4: {
    definition: 'No customer impact; needs follow-up.',
    rolesRequired: false,
    postMortemDue: false,
  },
};

/** The worse of two: the smaller number. */
export const worse = (a: Severity, b: Severity): Severity => (a < b ? a : b);

/** The four levels as a list to pick from, in the team's wording where it has one (SEV1). */
export function severityOptions(wording: {
  readonly [severity: string]: string;
}): readonly { readonly level: Severity; readonly label: string; readonly means: string }[] {
  return SEVERITIES.map((level) => ({
    level,
    label: severityName(level),
    means: wording[level] ?? SEVERITY_RULES[level].definition,
  }));
}
