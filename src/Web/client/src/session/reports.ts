// What is said of a session becomes entries, each with an id of its own, in the outbox.
import { moment, newId, outbox, type Sent } from '../outbox';

export type Outcome = 'done' | 'partly' | 'skipped' | 'too_much';

export interface Report { item: string; outcome: Outcome; before?: number; worst?: number; asked?: number; done?: number; moved?: 'down'; new_leg_sign?: true }

const url = '/api/session';

async function note(kind: string, what: Record<string, unknown>): Promise<Sent> {
  const id = newId();
  await outbox.add(url, id, JSON.stringify({ id, at: moment(), entry: { kind, what } }));
  return outbox.flush();
}

export const noteStart = (session: string, items: string[], pain: number | null, anyNew: boolean, programme: boolean): Promise<Sent> =>
  note('session-start', { session, items, ...(pain !== null && { pain }), any_new: anyNew, programme });

export const noteItem = (session: string, report: Report): Promise<Sent> => note('session-item', { session, ...report });

export const noteEnd = (session: string, pain: number | null, rpe: number | null, minutes: number): Promise<Sent> =>
  note('session-end', { session, ...(pain !== null && { pain }), ...(rpe !== null && { rpe }), minutes });

/** Where the app wants the person to go before any further move. */
export const nextOf = (sent: Sent): string | null => (sent.answer as { next?: string } | null)?.next ?? null;
