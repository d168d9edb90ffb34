import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeSeconds, clockFace, cueAt, done, figureAt, length, readySeconds, roundSeconds, setSeconds, timeline, where, type Move, type Step } from '../src/session/timeline';

const stretch: Step[] = [
  { phase: 'get_ready', seconds: 2, say: 'Lie down.' }, { phase: 'move', seconds: 2, breath: 'in' }, { phase: 'move', seconds: 2, breath: 'out', say: 'Straighten.' },
  { phase: 'hold', seconds: 5, breath: 'easy', say: 'Hold it.' }, { phase: 'return', seconds: 2 }, { phase: 'return', seconds: 2 },
];
const move = (of: Partial<Move>): Move => ({ id: 'x', name: 'X', family: 'stretch', pace: 'hold', sides: false, reps: [], rounds: 1, minutes: 1, steps: [], said: [], ...of });
const kinds = (of: Partial<Move>): string => timeline(move(of)).map(phase => phase.kind[0]).join('');

test('a stretch of two rounds a side is held for its dose, changes sides, and rests between the rounds', () => {
  const of = move({ sides: true, rounds: 2, hold: 30, asked: 30, steps: stretch }), phases = timeline(of);
  assert.deepEqual(phases.map(phase => phase.kind), ['ready', 'move', 'hold', 'return', 'change', 'move', 'hold', 'return', 'rest', 'move', 'hold', 'return', 'change', 'move', 'hold', 'return']);
  assert.equal(length(phases), readySeconds + 4 * (4 + 30 + 4) + 2 * changeSeconds + roundSeconds);
  assert.deepEqual(phases.filter(phase => phase.kind === 'hold').map(phase => [phase.round, phase.side, phase.seconds]), [[1, 1, 30], [1, 2, 30], [2, 1, 30], [2, 2, 30]]);
  phases.slice(1).forEach((phase, i) => assert.equal(phase.at, phases[i]!.at + phases[i]!.seconds));
  assert.equal(phases.find(phase => phase.kind === 'change')!.side, 2);
});

test('repetitions run through the motion once each; strength rests between sets', () => {
  const of = move({ pace: 'reps', family: 'strength', reps: [3, 2], asked: 5, steps: [{ phase: 'get_ready', seconds: 2 }, { phase: 'move', seconds: 3 }, { phase: 'return', seconds: 2 }] });
  assert.equal(kinds({ ...of }), 'rmrmrmr' + 'r' + 'mrmr');
  const phases = timeline(of);
  assert.equal(length(phases), readySeconds + 5 * 5 + setSeconds);
  assert.deepEqual(phases.filter(phase => phase.kind === 'move').map(phase => [phase.round, phase.rep, phase.reps]), [[1, 1, 3], [1, 2, 3], [1, 3, 3], [2, 1, 2], [2, 2, 2]]);
});

test('holds that are counted keep the seconds of the dose, and the motion its own where the dose has none', () => {
  assert.deepEqual(timeline(move({ pace: 'reps', reps: [1], hold: 8, steps: stretch })).find(phase => phase.kind === 'hold')!.seconds, 8);
  assert.deepEqual(timeline(move({ pace: 'reps', reps: [1], steps: stretch })).find(phase => phase.kind === 'hold')!.seconds, 5);
  assert.equal(kinds({ pace: 'reps', reps: [2], hold: 8 }), 'rmhrmhr');
});

test('time runs as one phase, the figure round and round, the steps spread over it', () => {
  const of = move({ pace: 'time', minutes: 10, asked: 10, steps: [{ phase: 'get_ready', seconds: 2 }, { phase: 'move', seconds: 5, breath: 'in' }, { phase: 'return', seconds: 6, breath: 'out' }], said: ['Feet.', 'Calves.', 'Head.'] }), phases = timeline(of);
  assert.deepEqual(phases.map(phase => [phase.kind, phase.seconds]), [['ready', readySeconds], ['time', 600]]);
  const at = (seconds: number): NonNullable<ReturnType<typeof where>> => where(phases, readySeconds + seconds)!;
  assert.equal(figureAt(at(0)), 2);
  assert.equal(figureAt(at(11.5)), 2.5);
  assert.equal(cueAt(at(1)).say, 'Feet.');
  assert.equal(cueAt(at(399)).say, 'Calves.');
  assert.equal(done(of, phases, readySeconds + 300), 5);
});

test('what is at a moment: phase, seconds left, cue, breath and figure', () => {
  const phases = timeline(move({ hold: 30, steps: stretch }));
  assert.equal(where(phases, 0)!.phase.kind, 'ready');
  assert.equal(where(phases, readySeconds - 0.001)!.phase.kind, 'ready');
  assert.equal(where(phases, readySeconds)!.phase.kind, 'move');
  assert.equal(where(phases, readySeconds + 4 + 12)!.left, 18);
  assert.equal(where(phases, length(phases)), null);
  assert.deepEqual(cueAt(where(phases, readySeconds + 1)!), { breath: 'in' });
  assert.deepEqual(cueAt(where(phases, readySeconds + 3)!), { say: 'Straighten.', breath: 'out' });
  assert.equal(figureAt(where(phases, readySeconds + 3)!), 5);
  assert.equal(figureAt(where(phases, readySeconds + 4 + 15)!), 6 + 2.5);
});

test('a move at the own pace has no time', () => assert.deepEqual(timeline(move({ pace: 'own' })), []));

test('what was done is counted in whole repetitions, on both sides', () => {
  const of = move({ pace: 'reps', reps: [4], sides: true, asked: 4, steps: [{ phase: 'move', seconds: 2 }, { phase: 'return', seconds: 2 }] }), phases = timeline(of);
  assert.equal(done(of, phases, readySeconds), 0);
  assert.equal(done(of, phases, readySeconds + 15.9), 1);
  assert.equal(done(of, phases, readySeconds + 16), 2);
  assert.equal(done(of, phases, length(phases)), 4);
  assert.equal(done(move({ pace: 'hold', hold: 30, asked: 30, rounds: 2, steps: stretch }), timeline(move({ pace: 'hold', hold: 30, asked: 30, rounds: 2, steps: stretch })), readySeconds + 4 + 30 + 4 + roundSeconds), 15);
});

test('the clock face rounds up, so that the last second shows until it is over', () => {
  assert.deepEqual([0, 0.0005, 0.2, 1, 18, 59.5, 60, 605].map(clockFace), ['0:00', '0:00', '0:01', '0:01', '0:18', '1:00', '1:00', '10:05']);
});
