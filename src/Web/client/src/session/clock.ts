// Time that only goes forward. It counts through a locked screen, holds still when somebody turns the clock of the device, and goes on where it was
// after a reload.

export interface Hands {
  wall(): number; steady(): number;
  /** Was the page out of sight since this was asked last? */
  away(): boolean;
}

let hidden = false;
if (typeof document !== 'undefined') document.addEventListener('visibilitychange', () => { hidden ||= document.hidden; });

const real: Hands = {
  wall: () => Date.now(), steady: () => performance.now(),
  away: () => {
    const was = hidden || document.hidden;
    hidden = document.hidden;
    return was;
  },
};
/** The wall ahead of the steady one by more than this: the device slept, if the page was out of sight. In sight, somebody set the clock forward, or
 * shut the lid: then the time of a move goes on where it was. */
const slept = 1000;

export class Clock {
  private wall: number;
  private steady: number;

  /** @param at Milliseconds since 1970 to go on from; what lies between then and now has passed. */
  constructor(private at = real.wall(), private readonly hands: Hands = real) {
    this.wall = hands.wall();
    this.steady = hands.steady();
    this.at = Math.max(at, this.wall);
  }

  /** Milliseconds since 1970, as far as this clock is concerned. */
  now(): number {
    const wall = this.hands.wall(), steady = this.hands.steady(), byWall = wall - this.wall, bySteady = Math.max(0, steady - this.steady), away = this.hands.away();
    this.at += away && byWall - bySteady > slept ? byWall : bySteady;
    this.wall = wall;
    this.steady = steady;
    return this.at;
  }
}
