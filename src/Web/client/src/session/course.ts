// The order of a session's moves, and what came of one. Pure.
import type { Outcome } from './reports';
import type { State } from './state';
import { done, length, type Dose, type Move, type Phase } from './timeline';

/** Pain that stops a move: points of rise, and how high with how much of a rise. */
export interface Red { rise: number; high: number; highRise: number }

/** @param before Pain before the session; null where it is not known. */
export const isRed = (before: number | null, worst: number | null, red: Red): boolean =>
  before !== null && worst !== null && (worst - before >= red.rise || (worst >= red.high && worst - before >= red.highRise));

type Moves = Pick<State, 'moves' | 'others' | 'at' | 'said'>;

/** What a page knew before the pain was told. */
export interface Ahead { moves: Move[]; others: Move[]; strong?: number; worse?: number }

/** The moves as they may begin with the pain just before: strong pain leaves what is gentle, worse pain asks for no more than the last time. None left:
 * they stay in their places and none may begin. */
export function fitting({ moves, others, strong, worse }: Ahead, pain: number | null): { moves: Move[]; others: Move[]; gentle: boolean } {
  const gentle = pain !== null && strong !== undefined && pain >= strong, calm = pain !== null && worse !== undefined && pain >= worse;
  const fit = (move: Move): Move => gentle && !move.gentle ? { ...move, stopped: true } : (calm || gentle) && move.calm ? dosed(move, move.calm) : move;
  const left = moves.map(fit), some = left.some(mayBegin);
  return { moves: some ? left.filter(move => mayBegin(move) || move.report !== undefined) : left, others: others.map(fit).filter(mayBegin), gentle };
}

function dosed({ hold, asked, ...move }: Move, calm: Dose): Move {
  return { ...move, ...calm };
}

/** The moves of a session by what the app offers of them.
 * @param asked It keeps its place whatever comes. What the app does not offer is not gone back to. */
export function leaves({ moves, said }: Moves, offered: readonly Move[], others: readonly Move[], asked: Move | null): { moves: Move[]; others: Move[] } {
  const app = new Map([...others, ...offered].map(one => [one.id, one]));
  const left = moves.flatMap(one => {
    const theirs = app.get(one.id);
    if (said[one.id] !== undefined || one === asked) return [{ ...one, stopped: one.stopped === true || theirs === undefined || theirs.stopped === true }];
    return theirs ? [{ ...theirs, stopped: theirs.stopped === true || one.stopped === true }] : [];
  });
  const there = new Set(left.map(one => one.id));
  return { moves: left.length > 0 ? left : moves.map(one => ({ ...one, stopped: true })), others: others.filter(one => !there.has(one.id)) };
}

export const mayBegin = (move: Move): boolean => !move.stopped;

/** Nothing was said of it yet, and nothing speaks against it. */
export const isOpen = (move: Move, said: Readonly<Record<string, unknown>>): boolean => mayBegin(move) && said[move.id] === undefined;

/** By how much of what was asked was done when a move is left. */
export function outcomeOf(move: Move, phases: readonly Phase[], time: number): Outcome {
  const share = move.asked ? done(move, phases, time) / move.asked : move.pace === 'own' || time >= length(phases) ? 1 : time / length(phases);
  return share >= 0.99 ? 'done' : time <= (phases[0]?.seconds ?? 0) && move.pace !== 'own' ? 'skipped' : 'partly';
}

/** The easier one of a move, unless it has been reported already. */
export function easierOf({ moves, others, said }: Moves, move: Move): Move | undefined {
  return [...others, ...moves].find(other => other.id === move.easier && isOpen(other, said) && other.id !== move.id);
}

/** The nearest move before this one that may be done once more; -1: none. */
export function before({ moves, at }: Pick<State, 'moves' | 'at'>): number {
  for (let i = at - 1; i >= 0; i--) if (mayBegin(moves[i]!)) return i;
  return -1;
}

/** The next move without a report, after this one or from the beginning on; -1: none is left. */
export function nextOpen({ moves, at, said }: Moves): number {
  const later = moves.findIndex((move, i) => i > at && isOpen(move, said));
  return later >= 0 ? later : moves.findIndex(move => isOpen(move, said));
}

/** The easier one comes in place of a move that runs and was not reported, else right after it.
 * @returns Where it stands now. */
export function swapIn({ moves, said }: Moves, move: Move, easier: Move, running: boolean): number {
  const at = moves.findIndex(other => other.id === easier.id);
  if (at >= 0) moves.splice(at, 1);
  const here = moves.findIndex(other => other.id === move.id);
  if (running && said[move.id] === undefined) moves.splice(here, 1, easier);
  else moves.splice(here + 1, 0, easier);
  return moves.indexOf(easier);
}
