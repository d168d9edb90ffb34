// What the body of an entry that waits says, where it is a form that was filled in. Pure.
import type { Waiting } from './outbox';

export interface SentForm { id: string; at: string; kind: string; fields: Record<string, string[]> }

/** Null: it is no form, such as a part of a session. */
export function formOf(one: Pick<Waiting, 'body'>): SentForm | null {
  const said = JSON.parse(one.body) as Partial<SentForm>;
  return said.fields ? said as SentForm : null;
}

/** What can be said of a form at once, without the app. The rest is said when it arrives. */
export function lackOf(kind: string, fields: Readonly<Record<string, string[]>>): string | null {
  if (fields['new']?.[0] === 'yes') return null;
  if ((kind === 'check-in' || fields['quick']) && !fields['pain']) return 'pain';
  if (fields['place'] && !fields['pain']) return 'places';
  return Object.keys(fields).every(name => ['day', 'new', 'quick', 'entry'].includes(name)) ? 'empty' : null;
}

const settlings: Readonly<Record<string, string>> = { hour: 'within_hour', day: 'within_day', longer: 'longer', not_yet: 'not_yet' };

/** A form as it goes to the app: how a session turned out is a part of that session, all else goes field by field.
 * @param action Where the form itself would go. */
export function entryOf(kind: string, action: string, fields: Readonly<Record<string, string[]>>, id: string, at: string): { url: string; body: string } {
  if (kind !== 'after') return { url: '/api/entries', body: JSON.stringify({ id, at, kind, fields }) };
  const session = /\/session\/([0-9a-f-]{36})\/after$/.exec(action)?.[1], settled = settlings[fields['settled']?.[0] ?? ''], morning = fields['morning']?.[0];
  const what = { session, ...(settled !== undefined && { settled }), ...(morning !== undefined && { morning: Number(morning) }), ...(fields['moved']?.[0] === 'down' && { moved: 'down' }), ...(fields['leg']?.[0] === 'yes' && { new_leg_sign: true }) };
  return { url: '/api/session', body: JSON.stringify({ id, at, entry: { kind: 'session-after', what } }) };
}

/** It tells of something new, or of a sign in the leg: until the app has heard of it and asked, no move is to be begun. */
export function tellsOfNew(one: Pick<Waiting, 'body'>): boolean {
  const said = JSON.parse(one.body) as { fields?: Record<string, string[]>; entry?: { what?: { any_new?: boolean; moved?: string; new_leg_sign?: boolean } } }, what = said.entry?.what;
  return said.fields?.['new']?.[0] === 'yes' || what?.any_new === true || what?.new_leg_sign === true || what?.moved === 'down';
}

/** It waits to be sent, or tells of something new and was refused: either way the app has asked nothing about it yet. */
export const unheard = (one: Pick<Waiting, 'body' | 'refused'>): boolean => one.refused === undefined || tellsOfNew(one);

/** No session begins: something new was told on a page that was kept, or the app would not take it.
 * @param kept The page did not come from the app just now. */
export const holdsBack = (waiting: readonly Pick<Waiting, 'body' | 'refused'>[], kept: boolean): boolean => waiting.some(one => tellsOfNew(one) && (kept || one.refused !== undefined));

/** Two bodies that differ in nothing but their ids and moments. */
export const saysTheSame = (one: string, other: string): boolean => saidIn(one) === saidIn(other);

const saidIn = (body: string): string => JSON.stringify({ ...JSON.parse(body) as object, id: '', at: '' });

export const momentOf = (one: Pick<Waiting, 'body'>): string => (JSON.parse(one.body) as { at: string }).at;

const oldest = 61 * 86_400_000;

/** When an entry is to count once it was put right: when it was made, unless the clock of the device was plainly wrong then. */
export const timely = (at: string, now: string): string => Date.parse(at) > Date.parse(now) || Date.parse(at) < Date.parse(now) - oldest ? now : at;

/** A part of a session that was made by a clock that ran ahead goes out with a moment that has come. */
export function sendable(one: Pick<Waiting, 'body'>, now: string): string {
  const said = JSON.parse(one.body) as { at: string };
  return Date.parse(said.at) > Date.parse(now) ? JSON.stringify({ ...said, at: now }) : one.body;
}
