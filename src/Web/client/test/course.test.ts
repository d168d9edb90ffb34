import assert from 'node:assert/strict';
import { test } from 'node:test';
import { easierOf, isRed, nextOpen, outcomeOf, swapIn } from '../src/session/course';
import { readySeconds, timeline, type Move } from '../src/session/timeline';
import { tonesAfter } from '../src/session/tones';

const move = (id: string, of: Partial<Move> = {}): Move => ({ id, name: id, family: 'stretch', pace: 'hold', sides: false, reps: [], rounds: 1, minutes: 1, hold: 30, asked: 30, steps: [{ phase: 'move', seconds: 4 }, { phase: 'hold', seconds: 30 }, { phase: 'return', seconds: 4 }], said: [], ...of });
const names = (moves: readonly Move[]): string => moves.map(one => one.id).join('');

test('what came of a move goes by what was done of it', () => {
  const one = move('a'), phases = timeline(one), at = (seconds: number): string => outcomeOf(one, phases, readySeconds + seconds);
  assert.deepEqual([outcomeOf(one, phases, 0), at(0), at(5), at(34), at(40)], ['skipped', 'skipped', 'partly', 'done', 'done']);
  assert.equal(outcomeOf(move('a', { pace: 'own', asked: 0 }), [], 0), 'done');
});

test('after the last move come those that were passed over, and then nothing', () => {
  const moves = ['a', 'b', 'c'].map(id => move(id));
  assert.equal(nextOpen({ moves, others: [], at: 0, said: { a: 'done' } }), 1);
  assert.equal(nextOpen({ moves, others: [], at: 2, said: { c: 'done', b: 'done' } }), 0);
  assert.equal(nextOpen({ moves, others: [], at: 2, said: { a: 'done', b: 'skipped', c: 'done' } }), -1);
});

test('an easier one is offered from the others or from later in the session, unless it is done', () => {
  const hard = move('h', { easier: 'e' }), easy = move('e');
  assert.equal(easierOf({ moves: [hard], others: [easy], at: 0, said: {} }, hard), easy);
  assert.equal(easierOf({ moves: [hard, easy], others: [], at: 0, said: {} }, hard), easy);
  assert.equal(easierOf({ moves: [hard], others: [easy], at: 0, said: { e: 'too_much' } }, hard), undefined);
  assert.equal(easierOf({ moves: [hard], others: [], at: 0, said: {} }, hard), undefined);
});

test('it takes the place of a move that runs, comes after one that was reported, and stands in the session once', () => {
  const [a, h, e] = [move('a'), move('h'), move('e')], run = [a, h], much = [a, h], later = [a, h, e];
  assert.equal(swapIn({ moves: run, others: [], at: 1, said: {} }, h, e, true), 1);
  assert.equal(names(run), 'ae');
  assert.equal(swapIn({ moves: much, others: [], at: 1, said: { h: 'too_much' } }, h, e, false), 2);
  assert.equal(names(much), 'ahe');
  assert.equal(swapIn({ moves: later, others: [], at: 1, said: {} }, h, e, true), 1);
  assert.equal(names(later), 'ae');
});

test('tones come at the beginning of each phase, three before a wait is over, and at the end; none that is past', () => {
  const phases = timeline(move('a')), all = tonesAfter(phases, 0);
  assert.deepEqual(all.filter(one => one.in <= readySeconds), [3, 2, 1].map(before => ({ in: readySeconds - before, tone: 'tick' })).concat([{ in: readySeconds, tone: 'turn' }]));
  assert.deepEqual(all.slice(4), [{ in: readySeconds + 4, tone: 'turn' }, { in: readySeconds + 38, tone: 'end' }]);
  assert.deepEqual(tonesAfter(phases, readySeconds + 10), [{ in: 28, tone: 'end' }]);
});

test('each repetition ticks, and a new round turns', () => {
  const tones = tonesAfter(timeline(move('a', { pace: 'reps', reps: [2, 1], hold: 0, asked: 3, steps: [{ phase: 'move', seconds: 2 }, { phase: 'return', seconds: 2 }] })), readySeconds - 0.5);
  assert.deepEqual(tones.map(one => one.tone), ['turn', 'tick', 'turn', 'tick', 'tick', 'tick', 'turn', 'end']);
});
