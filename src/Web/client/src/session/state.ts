// What a running session is, kept in this tab so that a reload or a locked phone loses nothing. It goes when the session is over.
import type { Red } from './course';
import type { Outcome } from './reports';
import type { Run } from './run';
import type { Move } from './timeline';

export type View = 'run' | 'ask' | 'much' | 'end' | 'stop' | 'sent';

export interface State {
  session: string; programme: boolean; before: number | null; red: Red;
  /** When it began, in milliseconds since 1970. */
  began: number;
  moves: Move[]; others: Move[];
  at: number; view: View; run: Run;
  /** What was tapped for the move that is on. */
  light: 'fine' | 'more' | null;
  said: Record<string, Outcome>;
  /** The pain just before is strong: only gentle moves. */
  gentle?: boolean;
  /** Every move rests after strength that the app has not heard of. */
  rested?: boolean;
  /** Where to go after it was stopped. */
  next: string | null;
}

const kept = 'mainstay-session', longest = 4 * 3_600_000;

export function read(now: number): State | null {
  try {
    const state = JSON.parse(sessionStorage.getItem(kept) ?? 'null') as State | null;
    return state?.red && now - state.began < longest && state.began <= now + 60_000 ? state : null;
  } catch {
    return null;
  }
}

export function keep(state: State | null): void {
  try {
    if (state) sessionStorage.setItem(kept, JSON.stringify(state));
    else sessionStorage.removeItem(kept);
  } catch {
    // It lasts as long as the page.
  }
}
