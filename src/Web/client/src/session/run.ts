// One move running: since when, or where it stands. Pure.

/** @param since The moment at which its time would have been 0; null while it stands. @param at Seconds, where it stands. */
export interface Run { since: number | null; at: number }

export const standing = (at = 0): Run => ({ since: null, at });

export const seconds = (run: Run, now: number): number => run.since === null ? run.at : Math.max(0, (now - run.since) / 1000);

export const play = (run: Run, now: number): Run => run.since === null ? { since: now - run.at * 1000, at: run.at } : run;

export const pause = (run: Run, now: number): Run => run.since === null ? run : { since: null, at: seconds(run, now) };

export const jump = (run: Run, now: number, to: number): Run => run.since === null ? standing(to) : { since: now - to * 1000, at: to };
