/** Decides who comes to a place in a session in which manner: some variety, the same at every replay, and nothing that the plan does not lead to. */
import type { Mode } from '../../programme/requests/context.js';
import { hasOwnName, isMeantFor, type Participant, type PilotSession, planned } from './plan.js';

export type Manner =
  | { readonly kind: 'plain' }
  /** First in the other mode. */
  | { readonly kind: 'change'; readonly first: Mode }
  /** Registers, cancels, and registers again. */
  | { readonly kind: 'return' }
  /** A colleague registers them. */
  | { readonly kind: 'colleague'; readonly by: Participant }
  /** A colleague registers, and sends them instead. */
  | { readonly kind: 'substitute'; readonly from: Participant }
  /** They have no chat that knows them, so the secretariat registers them. */
  | { readonly kind: 'secretariat' };

export interface Part {
  readonly person: Participant;
  readonly mode: Mode;
  readonly manner: Manner;
  /** Counts up, to choose among ways of doing the same. */
  readonly turn: number;
}

/** So many plain registrations to one of each other manner. */
const CYCLE = 8;

/** @param canAct who can act in chat */
export function castSession(
  session: PilotSession,
  participants: readonly Participant[],
  canAct: (person: Participant) => boolean,
  turn: number,
): readonly Part[] {
  const coming = participants.filter((person) => planned(person, session) !== undefined);
  let substituteSent = false;
  return coming.flatMap((person, index): Part[] => {
    const mode = planned(person, session);
    if (mode === undefined) return [];
    const manner = chooseManner(person, mode, index + turn);
    if (manner.kind === 'substitute') substituteSent = true;
    return [{ person, mode, manner, turn: index + turn }];
  });

  function chooseManner(person: Participant, mode: Mode, position: number): Manner {
    if (!canAct(person)) return { kind: 'secretariat' };
    if (!isMeantFor(session, person)) return { kind: 'plain' };
    // Colleagues name the person in a form.
    const namable = hasOwnName(person, participants);
    const colleagues = participants.filter(
      (other) =>
        namable &&
        other !== person &&
        other.companyCode === person.companyCode &&
        isMeantFor(session, other) &&
        canAct(other),
    );
    const absent = colleagues.find((other) => planned(other, session) === undefined);
    if (!substituteSent && absent !== undefined) return { kind: 'substitute', from: absent };
    const [helper] = colleagues;
    const other = session.modes.find((one) => one !== mode);
    switch (position % CYCLE) {
      case 1:
        return other === undefined ? { kind: 'plain' } : { kind: 'change', first: other };
      case 3:
        return helper === undefined ? { kind: 'plain' } : { kind: 'colleague', by: helper };
      case 6:
        return { kind: 'return' };
      default:
        return { kind: 'plain' };
    }
  }
}
