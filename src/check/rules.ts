import type { Origin } from '../claims/claim.ts';
import type { FindingCode, Severity } from './finding.ts';
import type { Cause, VerdictKind } from './verdict.ts';

/** How near two amounts must be for one to explain the other. */
export const SAME_AMOUNT = 0.02;

/** An undated figure may exceed the newest of a rising series by less than this factor and still be merely newer. */
export const NEWER_FACTOR = 2;

/** That factor holds for so many days after the newest fact, and once more for each as many again. */
export const NEWER_FACTOR_DAYS = 183;
export const MOST_DOUBLINGS = 3;

/** Below this part of what is known, and above this multiple of it, a count that is no slip is taken for one of something else. */
export const FAR_BELOW = 1 / 6;
export const FAR_ABOVE = 15;

/** A period that ends so many days after the newest fact may hold a newer figure. */
export const NEWER_DAYS = 92;

/** A fact without a time of its own is taken to hold for so many days before its source was published. */
export const UNDATED_REACH = 366;
/** A fact without a time that was published this many days after a note may speak of a time that had not come. */
export const UNDATED_AHEAD = 180;

/** A claim whose set is narrower than the fact's by this factor says more than is known. */
export const PRECISION_FACTOR = 4;

/** The finding of each verdict, and its severity before confidence is weighed. `null`: shown on demand only. */
export const VERDICT_FINDINGS: Readonly<
  Record<VerdictKind, { readonly code: FindingCode; readonly severity: Severity } | null>
> = {
  supported: null,
  weaker: { code: 'figure.weaker', severity: 'hint' },
  outdated: { code: 'figure.outdated', severity: 'warning' },
  disputed: { code: 'figure.disputed', severity: 'information' },
  contradicted: { code: 'figure.contradicted', severity: 'error' },
  unverified: null,
};

/** The causes that an explanation is looked for, in the order in which they are named when shown. */
export const CAUSES: readonly Exclude<Cause, 'value'>[] = ['scale', 'unit', 'subject', 'period', 'direction'];

/** One step down each. */
export const SEVERITY_LADDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Origins that are as good as words in the same sentence; any other steps a finding down. */
export const FIRM_ORIGINS: ReadonlySet<Origin> = new Set(['pin', 'clause', 'sentence', 'table']);
