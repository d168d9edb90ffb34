import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId, moment } from '../src/outbox';
import { Clock } from '../src/session/clock';
import { jump, pause, play, seconds, standing } from '../src/session/run';

class Hands {
  w = 1_000_000; s = 50; hidden = false;
  wall(): number { return this.w; }
  steady(): number { return this.s; }
  away(): boolean { return this.hidden; }
  pass(ms: number): void { this.w += ms; this.s += ms; }
}

test('it counts through sleep, when the steady clock may stand still', () => {
  const hands = new Hands(), clock = new Clock(hands.w, hands);
  hands.pass(250);
  assert.equal(clock.now(), 1_000_250);
  hands.hidden = true;
  hands.w += 600_000;
  assert.equal(clock.now(), 1_600_250);
});

test('turning the clock of the device forward in sight of the page brings no time', () => {
  const hands = new Hands(), clock = new Clock(hands.w, hands);
  hands.pass(5_000);
  clock.now();
  hands.w += 3_600_000;
  assert.equal(clock.now(), 1_005_000);
  hands.pass(1_000);
  assert.equal(clock.now(), 1_006_000);
});

test('turning the clock of the device back takes no time away, and it goes on evenly', () => {
  const hands = new Hands(), clock = new Clock(hands.w, hands);
  hands.pass(5_000);
  clock.now();
  hands.w -= 3_600_000;
  assert.equal(clock.now(), 1_005_000);
  hands.pass(1_000);
  assert.equal(clock.now(), 1_006_000);
});

test('many small looks add up to no error', () => {
  const hands = new Hands(), clock = new Clock(hands.w, hands);
  for (let i = 0; i < 60_000; i++) {
    hands.s += 16.6;
    hands.w = Math.floor(1_000_000 + hands.s - 50);
    clock.now();
  }
  assert.ok(Math.abs(clock.now() - (1_000_000 + 60_000 * 16.6)) < 5);
});

test('after a reload what lay between has passed', () => {
  const hands = new Hands();
  assert.equal(new Clock(hands.w - 30_000, hands).now(), hands.w);
});

test('a run stands, goes, jumps and stands again', () => {
  let run = play(standing(3), 10_000);
  assert.equal(seconds(run, 12_000), 5);
  run = pause(run, 12_500);
  assert.equal(seconds(run, 99_000), 5.5);
  run = play(run, 20_000);
  assert.equal(seconds(run, 21_000), 6.5);
  assert.equal(seconds(jump(run, 21_000, 60), 22_000), 61);
  assert.equal(seconds(jump(standing(1), 5, 8), 9_999), 8);
});

test('ids are of version 7, sort by time, and no two are alike', () => {
  const ids = Array.from({ length: 1000 }, (_, i) => newId(1_700_000_000_000 + i));
  assert.ok(ids.every(id => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)));
  assert.deepEqual([...ids].sort(), ids);
  assert.equal(new Set(ids).size, ids.length);
});

test('a moment says its distance from UTC', () => {
  const text = moment(1_700_000_000_123);
  assert.match(text, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.123[+-]\d\d:\d\d$/);
  assert.equal(Date.parse(text), 1_700_000_000_123);
});
