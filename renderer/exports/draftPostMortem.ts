import { draftActions, type ActionsSection } from './draftActions';
import { draftCauses, type CausesSection } from './draftCauses';
import { draftCommunications, type CommunicationsSection } from './draftCommunications';
import { contextInPieces, type DraftInput } from './draftContext';
import { draftCost, type CostSection } from './draftCost';
import { draftDecisions, type DecisionsSection } from './draftDecisions';
import { draftDetection, draftLeadUp, type DetectionSection, type LeadUpSection } from './draftDetection';
import { draftEvidence, type EvidenceSection } from './draftEvidence';
import { draftExternalMessage, type ExternalMessageSection } from './draftExternalMessage';
import { draftHeader, DRILL_NOTICE, type HeaderSection } from './draftHeader';
import { draftImpact, type ImpactSection } from './draftImpact';
import { draftLearning, type LearningSection } from './draftLearning';
import { draftMitigation, type MitigationSection } from './draftMitigation';
import { draftPeople, type PeopleSection } from './draftPeople';
import { draftResponse, type ResponseSection } from './draftResponse';
import { draftReview, type ReviewSection } from './draftReview';
import { draftSummary, type SummarySection } from './draftSummary';
import { draftTimeline, type TimelineSection } from './draftTimeline';
import { whole, type InPieces } from './inPieces';

/**
 * A post-mortem draft as plain data: what the log knows, what it suggests (`guess`) and what only
 * people can say (`prompt`). Every format is written from this, none from the fold itself.
 */
export interface PostMortemDraft {
  /** `THIS IS A DRILL` for a drill, null otherwise. */
  readonly notice: string | null;
  readonly header: HeaderSection;
  readonly blameless: string;
  readonly summary: SummarySection;
  readonly impact: ImpactSection;
  readonly response: ResponseSection;
  readonly detection: DetectionSection;
  readonly leadUp: LeadUpSection;
  readonly causes: CausesSection;
  readonly mitigation: MitigationSection;
  readonly decisions: DecisionsSection;
  readonly people: PeopleSection;
  readonly communications: CommunicationsSection;
  readonly timeline: TimelineSection;
  readonly learning: LearningSection;
  readonly actions: ActionsSection;
  readonly review: ReviewSection;
  readonly cost: CostSection;
  readonly externalMessage: ExternalMessageSection;
  readonly evidence: EvidenceSection;
}

const BLAMELESS =
  'This document is about the system, not about people. Everyone acted on what they could see and ' +
  'knew at the time, and meant well. It asks how things made sense then, and which conditions, ' +
  'signals and safeguards can be changed now.';

/**
 * Drafts the post-mortem of an incident. Asks nothing and refuses nothing: a log of one row, or none,
 * still gives every section (EXP1). The same input gives the same draft (EXP2).
 */
export const draftPostMortem = (input: DraftInput): PostMortemDraft => whole(draftInPieces(input));

/** The same in pieces. */
export function* draftInPieces(input: DraftInput): InPieces<PostMortemDraft> {
  const context = yield* contextInPieces(input);
  yield;
  return {
    notice: input.incident.drill ? DRILL_NOTICE : null,
    header: draftHeader(context),
    blameless: BLAMELESS,
    summary: draftSummary(context),
    impact: draftImpact(context),
    response: draftResponse(context),
    detection: draftDetection(context),
    leadUp: draftLeadUp(context),
    causes: draftCauses(context),
    mitigation: draftMitigation(context),
    decisions: draftDecisions(context),
    people: draftPeople(context),
    communications: draftCommunications(context),
    timeline: draftTimeline(context),
    learning: draftLearning(context),
    actions: draftActions(context),
    review: draftReview(context),
    cost: draftCost(context),
    externalMessage: draftExternalMessage(context),
    evidence: draftEvidence(context),
  };
}
