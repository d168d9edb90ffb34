// The order of a session's moves, and what came of one. Pure.
import type { Outcome } from './reports';
import type { State } from './state';
import { done, length, type Move, type Phase } from './timeline';

/** Pain that stops a move: points of rise, and how high with how much of a rise. */
export interface Red { rise: number; high: number; highRise: number }

/** @param before Pain before the session; null where it is not known. */
export const isRed = (before: number | null, worst: number | null, red: Red): boolean =>
  before !== null && worst !== null && (worst - before >= red.rise || (worst >= red.high && worst - before >= red.highRise));

type Moves = Pick<State, 'moves' | 'others' | 'at' | 'said'>;

/** By how much of what was asked was done when a move is left. */
export function outcomeOf(move: Move, phases: readonly Phase[], time: number): Outcome {
  const share = move.asked ? done(move, phases, time) / move.asked : move.pace === 'own' || time >= length(phases) ? 1 : time / length(phases);
  return share >= 0.99 ? 'done' : time <= (phases[0]?.seconds ?? 0) && move.pace !== 'own' ? 'skipped' : 'partly';
}

/** The easier one of a move, unless it has been reported already. */
export function easierOf({ moves, others, said }: Moves, move: Move): Move | undefined {
  return [...others, ...moves].find(other => other.id === move.easier && said[other.id] === undefined && other.id !== move.id);
}

/** The next move without a report, after this one or from the beginning on; -1: none is left. */
export function nextOpen({ moves, at, said }: Moves): number {
  const open = (move: Move): boolean => said[move.id] === undefined, later = moves.findIndex((move, i) => i > at && open(move));
  return later >= 0 ? later : moves.findIndex(open);
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
