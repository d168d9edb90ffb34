// What is said of a session becomes entries, each with an id of its own, in the outbox.
import type { Ahead } from './course';
import { moment, newId, nextIn, outbox, type Sent } from '../outbox';

export type Outcome = 'done' | 'partly' | 'skipped' | 'too_much';

export interface Report { item: string; outcome: Outcome; before?: number; worst?: number; asked?: number; done?: number; moved?: 'down'; new_leg_sign?: true }

const url = '/api/session';

/** How it went on its way. */
export interface Noted extends Sent {
  /** How many entries of the session the app does not have. */
  here: number;
  /** Some of them it would not take. */
  refusedHere: boolean;
  /** Some of them wait in this page alone. */
  inPage: boolean;
}

async function note(kind: string, what: { session: string } & Record<string, unknown>): Promise<Noted> {
  const id = newId();
  await outbox.add(url, id, JSON.stringify({ id, at: moment(), entry: { kind, what } }));
  const sent = await outbox.flush(), here = (await outbox.waiting()).filter(one => one.body.includes(what.session));
  return { ...sent, here: here.length, refusedHere: here.some(one => one.refused !== undefined), inPage: here.some(one => one.seq === undefined) };
}

export const noteStart = (session: string, items: string[], pain: number | null, anyNew: boolean, programme: boolean): Promise<Noted> =>
  note('session-start', { session, items, ...(pain !== null && { pain }), any_new: anyNew, programme });

export const noteItem = (session: string, report: Report): Promise<Noted> => note('session-item', { session, ...report });

export const noteEnd = (session: string, pain: number | null, rpe: number | null, minutes: number): Promise<Noted> =>
  note('session-end', { session, ...(pain !== null && { pain }), ...(rpe !== null && { rpe }), minutes });

/** The moves that the app leaves of a session; null: it does not know it yet, or stops it, or cannot be reached. */
export async function leftOf(session: string): Promise<Pick<Ahead, 'moves' | 'others'> | null> {
  try {
    const answer = await fetch(`${url}/${session}`, { credentials: 'same-origin', cache: 'no-store' });
    return answer.ok ? await answer.json() as Ahead : null;
  } catch {
    return null;
  }
}

/** Where the app wants the person to go before any further move. What it would not take it cannot ask about: then the six signs come, which are always there. */
export const nextOf = (sent: Noted, red = false): string | null => nextIn(sent.answer) ?? (red && sent.refusedHere ? '/new' : null);
