import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitting } from '../src/session/course';
import { Flow } from '../src/session/flow';
import { standing } from '../src/session/run';
import type { State } from '../src/session/state';
import { timeline, type Move } from '../src/session/timeline';

const red = { rise: 5, high: 8, highRise: 2 };
const move = (id: string, of: Partial<Move> = {}): Move => ({ id, name: id, family: 'strength', pace: 'reps', sides: false, reps: [10], rounds: 1, minutes: 2, asked: 10, steps: [], said: [], ...of });
const moves = [move('lift', { calm: { reps: [8], rounds: 1, minutes: 2, asked: 8 } }), move('breathe', { family: 'breathing', gentle: true }), move('stretch')];
const plan = { moves, others: [move('light'), move('rest', { gentle: true })], strong: 7, worse: 5 };

function room(of: Partial<State> = {}): Flow {
  const state: State = { session: 's', programme: true, before: 8, red, began: 0, moves: [...moves], others: [], at: 0, view: 'run', run: standing(), light: null, said: {}, next: null, ...of };
  return new Flow(state, { now: () => 1000, free: () => false, felt: () => ({ worst: null, moved: false, leg: false }), note: () => undefined, turned: () => undefined, asked: () => undefined, changed: () => undefined });
}

test('strong pain just before leaves only what is gentle, without the app', () => {
  assert.deepEqual([fitting(plan, 7), fitting(plan, 10)].map(left => [left.gentle, left.moves.map(one => one.id), left.others.map(one => one.id)]), Array(2).fill([true, ['breathe'], ['rest']]));
  assert.deepEqual(fitting(plan, 6).moves.map(one => one.id), ['lift', 'breathe', 'stretch']);
  assert.ok(!fitting(plan, 6).gentle);
});

test('with none left no move may begin', () => {
  const left = fitting({ ...plan, moves: [move('lift'), move('stretch')] }, 9), flow = room(left);
  flow.clear();
  assert.equal(flow.state.view, 'end');
  flow.goOn();
  assert.equal(flow.state.view, 'end');
});

test('worse pain just before asks for no more than the last time', () => {
  assert.deepEqual([4, 5, 6].map(pain => fitting(plan, pain).moves[0]!.asked), [10, 8, 8]);
  assert.deepEqual(timeline(fitting(plan, 6).moves[0]!).filter(phase => phase.rep > 0).at(-1)!.reps, 8);
  assert.equal(fitting({ moves, others: [] }, 9).moves[0]!.asked, 10);
});

test('what the app leaves takes the place of what the page had', () => {
  const flow = room();
  flow.go();
  flow.adopt([move('breathe'), move('stretch', { reps: [6], asked: 6 })], []);
  assert.deepEqual([flow.move.id, flow.playing, flow.state.moves.map(one => [one.id, one.asked])], ['breathe', false, [['breathe', 10], ['stretch', 6]]]);
  const same = room();
  same.adopt([move('lift', { reps: [8], asked: 8 })], []);
  assert.deepEqual([same.move.asked, same.phases.filter(phase => phase.rep > 0).at(-1)!.reps, same.state.moves.length], [8, 8, 1]);
});

test('what is as the page had it changes nothing', () => {
  let changed = 0;
  const state: State = { session: 's', programme: true, before: 3, red, began: 0, moves: [...moves], others: [], at: 0, view: 'run', run: standing(), light: null, said: {}, next: null };
  const flow = new Flow(state, { now: () => 1000, free: () => false, felt: () => ({ worst: null, moved: false, leg: false }), note: () => undefined, turned: () => undefined, asked: () => undefined, changed: () => { changed++; } });
  flow.adopt(moves.map(({ calm, gentle, ...one }) => ({ ...one, gentle: true, stopped: false })), []);
  assert.equal(changed, 0);
});

test('with none left by the app the session ends, and what was said or is asked stays', () => {
  const none = room();
  none.adopt([], []);
  assert.equal(none.state.view, 'end');
  none.goOn();
  assert.equal(none.state.view, 'end');
  const asked = room({ view: 'much', said: { lift: 'too_much' } });
  asked.adopt([move('breathe')], [move('rest')]);
  assert.deepEqual([asked.state.view, asked.move.id, asked.state.moves.map(one => one.id), asked.state.others.map(one => one.id)], ['much', 'lift', ['lift', 'breathe'], ['rest']]);
});
