/** The stage of a deliverable follows from its events, whatever is taken back of them. */
import { describe, expect, it } from 'vitest';
import type { DeliverableEventKind } from '../../../prisma/client.js';
import { type StageEvent, stageOf } from '../../../programme/deliverables/stages.js';

/** `submitted 1` for an event of the first version. */
const events = (...said: readonly string[]): readonly StageEvent[] =>
  said.map((one) => {
    const [kind = '', number] = one.split(' ');
    return { kind: kindOf(kind), draftNumber: number === undefined ? null : Number(number) };
  });

const kinds: readonly DeliverableEventKind[] = [
  ...(['begun', 'submitted', 'replaced', 'opened', 'revision_asked', 'confirmed', 'approved'] as const),
  ...(['published', 'withdrawn', 'erased', 'taken_back', 'due_moved'] as const),
];

function kindOf(said: string): DeliverableEventKind {
  const kind = kinds.find((one) => one === said);
  if (kind === undefined) throw new Error(`no such event: ${said}`);
  return kind;
}

describe('the stage of a deliverable', () => {
  it.each([
    [[], 'not_started'],
    [['due_moved'], 'not_started'],
    [['begun'], 'drafting'],
    [['submitted 1'], 'submitted'],
    [['submitted 1', 'begun'], 'submitted'],
    [['submitted 1', 'opened 1'], 'in_review'],
    [['submitted 1', 'opened 1', 'revision_asked 1'], 'to_be_revised'],
    [['submitted 1', 'opened 1', 'revision_asked 1', 'submitted 2'], 'submitted'],
    [['submitted 1', 'opened 1', 'confirmed 1'], 'confirmed'],
    [['submitted 1', 'opened 1', 'confirmed 1', 'submitted 2'], 'submitted'],
    [['submitted 1', 'confirmed 1', 'approved'], 'approved'],
    [['submitted 1', 'confirmed 1', 'approved', 'published'], 'published'],
    [['published', 'approved'], 'published'],
    [['published', 'submitted 2', 'opened 2', 'revision_asked 2'], 'published'],
    [['submitted 1', 'replaced 2'], 'submitted'],
    [['submitted 1', 'due_moved'], 'submitted'],
  ])('of %j is %s', (said, stage) => expect(stageOf(events(...said))).toBe(stage));

  it.each([
    [['submitted 1', 'withdrawn 1'], 'drafting'],
    [['begun', 'submitted 1', 'opened 1', 'erased 1'], 'drafting'],
    [['submitted 1', 'opened 1', 'revision_asked 1', 'submitted 2', 'withdrawn 2'], 'to_be_revised'],
    [['submitted 1', 'opened 1', 'submitted 2', 'withdrawn 1'], 'submitted'],
    [['submitted 1', 'submitted 2', 'withdrawn 2', 'opened 1'], 'in_review'],
    // What was replaced does not come back with the end of what replaced it.
    [['submitted 1', 'replaced 2', 'withdrawn 2'], 'drafting'],
    [['submitted 1', 'opened 1', 'submitted 2', 'replaced 3', 'withdrawn 3'], 'in_review'],
    [['confirmed', 'approved', 'published', 'taken_back'], 'approved'],
    [['confirmed', 'approved', 'published', 'taken_back', 'taken_back'], 'confirmed'],
    [['published', 'approved', 'taken_back'], 'approved'],
    [['submitted 1', 'taken_back'], 'submitted'],
  ])('falls back to what is left: %j is %s', (said, stage) => expect(stageOf(events(...said))).toBe(stage));

  it.each([
    [['submitted 1', 'submitted 2', 'opened 1'], 'submitted'],
    [['submitted 1', 'opened 1', 'submitted 2', 'confirmed 1'], 'submitted'],
    [['submitted 1', 'opened 1', 'submitted 2', 'revision_asked 1'], 'submitted'],
  ])('is not moved by a review of an earlier version: %j is %s', (said, stage) =>
    expect(stageOf(events(...said))).toBe(stage),
  );
});
