// What sessions without the app have recorded here and it has not heard of yet: until then it holds for the next one too. Pure.
import type { Waiting } from '../outbox';
import { isRed, type Ahead, type Red } from './course';
import type { Outcome } from './reports';

/** One move of a session that waits to be sent; its end has no item. */
export interface Unsent { session: string; item: string | null; outcome: Outcome; before: number | null; worst: number | null; at: number }

interface Said { session?: string; item?: string; outcome?: Outcome; before?: number; worst?: number; pain?: number }

const restHours = 48;

/** Reports of moves and how sessions ended, in the order in which they were made. */
export function unsentOf(waiting: readonly Pick<Waiting, 'body'>[]): Unsent[] {
  const parts = waiting.flatMap(({ body }) => {
    const { at, entry } = JSON.parse(body) as { at: string; entry?: { kind?: string; what?: Said } };
    return entry?.what ? [{ at: Date.parse(at), kind: entry.kind, what: entry.what }] : [];
  });
  const begun = new Map(parts.map(({ what: { session, pain, before }, kind }) => [session, kind === 'session-start' ? pain : before] as const).filter(([, pain]) => pain !== undefined));
  return parts.filter(({ kind }) => kind === 'session-item' || kind === 'session-end').map(({ at, what }) => ({
    session: what.session ?? '', item: what.item ?? null, outcome: what.outcome ?? 'done', before: what.before ?? begun.get(what.session) ?? null, worst: what.worst ?? what.pain ?? null, at,
  }));
}

/** A move or a whole session made the pain so much worse that questions come before any other, and the app could not ask them. */
export const isHeld = (unsent: readonly Unsent[], red: Red): boolean => unsent.some(one => isRed(one.before, one.worst, red));

/** The moves of a session that is about to begin. What was too much today stops for today, and all strength rests two days after any, or after what
 * is not in this plan: the app, which knows the muscles, may give some of it free again.
 * @param now Milliseconds since 1970. */
export function spared<Plan extends Ahead>(plan: Plan, unsent: readonly Unsent[], now: number): Plan & { rested: boolean } {
  const today = new Date(now).toDateString(), family = new Map([...plan.others, ...plan.moves].map(one => [one.id, one.family]));
  const tooMuch = new Set(unsent.filter(one => one.outcome === 'too_much' && new Date(one.at).toDateString() === today).map(one => one.item));
  const rests = unsent.some(one => one.item !== null && one.outcome !== 'skipped' && now - one.at < restHours * 3_600_000 && (family.get(one.item) ?? 'strength') === 'strength');
  const may = (one: { id: string; family: string }): boolean => !tooMuch.has(one.id) && !(rests && one.family === 'strength');
  return { ...plan, moves: plan.moves.map(one => may(one) ? one : { ...one, stopped: true }), others: plan.others.filter(may), rested: rests && !plan.moves.some(may) };
}
