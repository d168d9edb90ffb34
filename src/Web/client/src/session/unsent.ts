// What sessions without the app have recorded here and it has not heard of yet: until then it holds for the next one too. Pure.
import type { Waiting } from '../outbox';
import { isRed, type Ahead, type Red } from './course';
import type { Outcome } from './reports';

/** One move of a session that waits to be sent. */
export interface Unsent { session: string; item: string; outcome: Outcome; before: number | null; worst: number | null; at: number }

const restHours = 48;

/** Reports alone, in the order in which they were made. */
export function unsentOf(waiting: readonly Pick<Waiting, 'body'>[]): Unsent[] {
  return waiting.flatMap(({ body }) => {
    const { at, entry } = JSON.parse(body) as { at: string; entry?: { kind?: string; what?: Partial<Unsent> } }, what = entry?.what;
    return entry?.kind === 'session-item' && what?.item !== undefined ? [{ session: what.session ?? '', item: what.item, outcome: what.outcome ?? 'done', before: what.before ?? null, worst: what.worst ?? null, at: Date.parse(at) }] : [];
  });
}

/** A move made the pain so much worse that questions come before any other, and the app could not ask them. */
export const isHeld = (unsent: readonly Unsent[], red: Red): boolean => unsent.some(one => isRed(one.before, one.worst, red));

/** The moves of a session that is about to begin. What was too much today stops for today, and all strength rests two days after any, or after what
 * is not in this plan: the app, which knows the muscles, may give some of it free again.
 * @param now Milliseconds since 1970. */
export function spared<Plan extends Ahead>(plan: Plan, unsent: readonly Unsent[], now: number): Plan & { rested: boolean } {
  const today = new Date(now).toDateString(), family = new Map([...plan.others, ...plan.moves].map(one => [one.id, one.family]));
  const tooMuch = new Set(unsent.filter(one => one.outcome === 'too_much' && new Date(one.at).toDateString() === today).map(one => one.item));
  const rests = unsent.some(one => one.outcome !== 'skipped' && now - one.at < restHours * 3_600_000 && (family.get(one.item) ?? 'strength') === 'strength');
  const may = (one: { id: string; family: string }): boolean => !tooMuch.has(one.id) && !(rests && one.family === 'strength');
  return { ...plan, moves: plan.moves.map(one => may(one) ? one : { ...one, stopped: true }), others: plan.others.filter(may), rested: rests && !plan.moves.some(may) };
}
