/** In which stage a deliverable is: what its events, in their order, come to. */
import type { DeliverableEventKind, DeliverableStage } from '../../prisma/client.js';

/** In the order in which a deliverable passes through them. */
export const deliverableStages = [
  'not_started',
  'drafting',
  'submitted',
  'in_review',
  'to_be_revised',
  'confirmed',
  'approved',
  'published',
] as const satisfies readonly DeliverableStage[];

/** In which a version is still awaited: what is due is asked for until then. */
export const outstandingStages: readonly DeliverableStage[] = ['not_started', 'drafting', 'to_be_revised'];

/** What of an event decides about the stage. */
export interface StageEvent {
  readonly kind: DeliverableEventKind;
  /** Null where it is about no version. */
  readonly draftNumber: number | null;
}

/**
 * Events of a version that is withdrawn or erased, and reports that are taken back, count no longer: the stage is what the rest says.
 * Somebody who has handed something in has begun, also once it is taken back.
 */
export function stageOf(events: readonly StageEvent[]): DeliverableStage {
  const standing = standingEvents(events);
  const hasBegun = events.some(({ kind }) => kind === 'begun' || kind === 'submitted' || kind === 'replaced');
  return standing.reduce<DeliverableStage>(
    (stage, event, position) => after(stage, event, newestVersion(standing.slice(0, position))),
    hasBegun ? 'drafting' : 'not_started',
  );
}

/** Without what was withdrawn, erased, replaced or taken back. */
function standingEvents(events: readonly StageEvent[]): readonly StageEvent[] {
  let standing: StageEvent[] = [];
  const drop = (number: number | null) => {
    standing = standing.filter(({ draftNumber }) => number === null || draftNumber !== number);
  };
  for (const event of events) {
    if (event.kind === 'withdrawn' || event.kind === 'erased') drop(event.draftNumber);
    else if (event.kind === 'taken_back') standing = withoutLastReport(standing);
    else {
      if (event.kind === 'replaced') drop(newestVersion(standing));
      standing.push(event);
    }
  }
  return standing;
}

/** A publication is taken back before the approval that came with it. */
function withoutLastReport(events: readonly StageEvent[]): StageEvent[] {
  const last = Math.max(
    events.findLastIndex(({ kind }) => kind === 'published'),
    events.some(({ kind }) => kind === 'published') ? -1 : events.findLastIndex(({ kind }) => kind === 'approved'),
  );
  return events.filter((_, position) => position !== last);
}

function newestVersion(events: readonly StageEvent[]): number | null {
  return events.findLast(({ kind }) => kind === 'submitted' || kind === 'replaced')?.draftNumber ?? null;
}

/** @param newest the version that a review must be about: one of an earlier version changes nothing */
function after(stage: DeliverableStage, { kind, draftNumber }: StageEvent, newest: number | null): DeliverableStage {
  const isReported = stage === 'approved' || stage === 'published';
  const isOfNewest = draftNumber === null || draftNumber === newest;
  switch (kind) {
    // What management has approved and what is published stay so while a further version is worked on.
    case 'submitted':
    case 'replaced':
      return isReported ? stage : 'submitted';
    case 'opened':
      return stage === 'submitted' && isOfNewest ? 'in_review' : stage;
    case 'revision_asked':
      return isReported || !isOfNewest ? stage : 'to_be_revised';
    case 'confirmed':
      return isReported || !isOfNewest ? stage : 'confirmed';
    case 'approved':
      return stage === 'published' ? stage : 'approved';
    case 'published':
      return 'published';
    case 'begun':
    case 'withdrawn':
    case 'erased':
    case 'taken_back':
    case 'due_moved':
      return stage;
  }
}
