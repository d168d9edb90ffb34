import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRed } from '../src/session/course';
import { Flow, freeSeconds, type Felt } from '../src/session/flow';
import type { Report } from '../src/session/reports';
import { standing } from '../src/session/run';
import { length, timeline, type Move } from '../src/session/timeline';
import { tonesAhead } from '../src/session/tones';

const red = { rise: 5, high: 8, highRise: 2 };
const move = (id: string, of: Partial<Move> = {}): Move => ({ id, name: id, family: 'stretch', pace: 'hold', sides: false, reps: [], rounds: 1, minutes: 1, hold: 30, asked: 30, steps: [{ phase: 'move', seconds: 4 }, { phase: 'hold', seconds: 30 }, { phase: 'return', seconds: 4 }], said: [], ...of });
const whole = length(timeline(move('a')));

class Room {
  time = 1_000_000; free = false; felt: Felt = { worst: null, moved: false, leg: false };
  readonly noted: Report[] = [];
  readonly flow: Flow;

  constructor(moves = [move('a'), move('b'), move('c')], before: number | null = 3) {
    this.flow = new Flow({ session: 's', programme: true, before, red, began: this.time, moves, others: [], at: 0, view: 'run', run: standing(), light: null, said: {}, next: null }, {
      now: () => this.time, free: () => this.free, felt: () => this.felt, note: report => void this.noted.push(report), turned: () => { this.felt = { worst: null, moved: false, leg: false }; }, asked: () => undefined,
      changed: () => void this.flow?.look(),
    });
  }

  /** Looked at every second, as the player does. */
  pass(seconds: number): void {
    for (let i = 0; i < seconds; i++) {
      this.time += 1000;
      this.flow.look();
    }
  }

  get is(): string { return `${this.flow.state.view} ${this.flow.move.id}`; }
}

test('a move that is over is asked about, and the answer leads to the next, which runs', () => {
  const room = new Room();
  room.flow.go();
  room.pass(whole + 1);
  assert.equal(room.is, 'ask a');
  room.flow.answer();
  assert.equal(room.is, 'run b');
  assert.ok(room.flow.playing);
  assert.deepEqual(room.noted, [{ item: 'a', outcome: 'done', before: 3, asked: 30, done: 30 }]);
});

test('pain that rises too far stops the session without the app, and so does a sign in the leg', () => {
  assert.deepEqual([[3, 7], [3, 8], [6, 8], [7, 8], [null, 9], [3, null]].map(([before, worst]) => isRed(before!, worst!, red)), [false, true, true, false, false, false]);
  for (const felt of [{ worst: 9, moved: false, leg: false }, { worst: 2, moved: true, leg: false }, { worst: null, moved: false, leg: true }]) {
    const room = new Room();
    room.flow.go();
    room.pass(20);
    room.flow.tooMuch();
    room.felt = felt;
    room.flow.answer();
    assert.equal(room.flow.state.view, 'stop', JSON.stringify(felt));
    assert.equal(room.flow.state.next, '/new/again');
  }
});

test('a stopped session is left without a way back to its moves', () => {
  const room = new Room([move('a')]);
  room.flow.go();
  room.pass(whole + 1);
  room.felt = { worst: 9, moved: false, leg: false };
  room.flow.answer();
  for (const act of [() => room.flow.toggle(), () => room.flow.back(), () => room.flow.skip(), () => room.flow.swap(), () => room.flow.tooMuch(), () => room.flow.goOn()]) {
    act();
    assert.equal(room.flow.state.view, 'stop');
  }
  room.flow.finish();
  room.flow.goOn();
  assert.equal(room.flow.state.view, 'end');
});

test('who was stopped and went on to the end is not fetched back when the app says the same', () => {
  const room = new Room();
  room.flow.go();
  room.pass(10);
  room.flow.obey('/new/again');
  room.flow.finish();
  room.flow.obey('/new/again');
  assert.equal(room.is, 'end a');
  const unaware = new Room();
  unaware.flow.go();
  unaware.flow.finish();
  unaware.flow.obey('/new/again');
  assert.equal(unaware.is, 'stop a');
});

test('when the questions are answered, the first open move stands ready', () => {
  const room = new Room();
  room.flow.go();
  room.pass(whole + 1);
  room.felt = { worst: null, moved: true, leg: false };
  room.flow.answer();
  room.flow.clear();
  assert.equal(room.is, 'run b');
  assert.ok(!room.flow.playing);
});

test('what was too much is not begun again by going back', () => {
  const room = new Room();
  room.flow.go();
  room.pass(20);
  room.flow.tooMuch();
  room.flow.back();
  assert.equal(room.is, 'much a');
  assert.deepEqual(room.noted.map(report => report.outcome), ['too_much']);
});

test('going back passes by what was too much or red, also after the easier one', () => {
  const room = new Room();
  room.flow.go();
  room.pass(20);
  room.flow.tooMuch();
  room.flow.answer();
  assert.equal(room.is, 'run b');
  room.pass(1);
  room.flow.back();
  assert.equal(room.is, 'run b');
  room.pass(20);
  room.flow.skip();
  room.flow.answer();
  assert.equal(room.is, 'run c');
  room.flow.back();
  assert.equal(room.is, 'run b');

  const easier = new Room([move('z'), move('a', { easier: 'e' }), move('b')]);
  easier.flow.state.others.push(move('e'));
  easier.flow.skip();
  easier.flow.go();
  easier.pass(20);
  easier.flow.tooMuch();
  easier.flow.swap();
  assert.equal(easier.is, 'run e');
  easier.flow.back();
  assert.equal(easier.is, 'run z');
});

test('what the app says was too much today is neither begun nor gone back to nor offered', () => {
  const room = new Room([move('a', { stopped: true }), move('b', { easier: 'e' }), move('c')]);
  room.flow.state.others.push(move('e', { stopped: true }));
  room.flow.turn(1);
  room.flow.back();
  assert.equal(room.is, 'run b');
  room.flow.swap();
  assert.equal(room.is, 'run b');
  room.flow.skip();
  room.flow.skip();
  assert.equal(room.flow.state.view, 'end');
  room.flow.goOn();
  assert.equal(room.flow.state.view, 'end');
});

test('a move that runs and that the app does not leave ends: what was done of it is told, and the next stands ready', () => {
  for (const theirs of [[move('b'), move('c')], [move('a', { stopped: true }), move('b'), move('c')]]) {
    const room = new Room();
    room.flow.go();
    room.pass(Math.round(whole / 2));
    room.flow.adopt(theirs, []);
    assert.deepEqual([room.is, room.flow.playing, room.noted.map(report => [report.item, report.outcome])], ['run b', false, [['a', 'partly']]]);
    assert.ok(room.noted[0]!.done! > 0);
    room.pass(3600);
    room.flow.back();
    assert.equal(room.is, 'run b');
    assert.equal(room.noted.length, 1);
  }
});

test('one that has not begun, and is not left, goes without a word; one that is over by then is asked about', () => {
  const room = new Room();
  room.flow.adopt([move('b'), move('c')], []);
  assert.deepEqual([room.is, room.flow.playing, room.noted], ['run b', false, []]);
  assert.deepEqual(room.flow.state.moves.map(one => one.id), ['b', 'c']);
  room.flow.go();
  room.time += (whole + 5) * 1000;
  room.flow.adopt([move('c')], []);
  assert.deepEqual([room.is, room.noted], ['ask b', []]);
  room.flow.answer();
  assert.deepEqual([room.is, room.noted.map(report => report.outcome)], ['run c', ['done']]);
  room.flow.back();
  assert.equal(room.is, 'run c');
});

test('an easier one that came in place of what was too much runs on when the app tells what it leaves', () => {
  const room = new Room([move('h', { easier: 'e' }), move('b')]);
  room.flow.state.others.push(move('e'));
  room.flow.go();
  room.pass(20);
  room.flow.tooMuch();
  room.flow.swap();
  room.pass(20);
  room.flow.adopt([move('b')], [move('e')]);
  assert.deepEqual([room.is, room.flow.playing, room.flow.time], ['run e', true, 20]);
});

test('hands-free, a whole session goes by itself, with timers that come once a minute, at the right moments', () => {
  const room = new Room();
  room.free = true;
  room.flow.go();
  const began = room.time;
  for (let minute = 0; minute < 10 && room.flow.state.view !== 'end'; minute++) {
    room.time += 60_000;
    room.flow.look();
  }
  assert.equal(room.flow.state.view, 'end');
  assert.deepEqual(room.noted.map(report => [report.item, report.outcome]), [['a', 'done'], ['b', 'done'], ['c', 'done']]);
  assert.ok(room.time - began < (3 * (whole + freeSeconds) + 60) * 1000);
});

test('hands-free, a device that slept past the end of a move waits for a word', () => {
  const room = new Room();
  room.free = true;
  room.flow.go();
  room.pass(5);
  room.time += 3_600_000;
  room.flow.look();
  room.pass(120);
  assert.equal(room.is, 'ask a');
  assert.deepEqual(room.noted, []);
});

test('hands-free, a device that slept while it asked waits for a word too', () => {
  const room = new Room();
  room.free = true;
  room.flow.go();
  room.pass(whole + 3);
  assert.equal(room.is, 'ask a');
  room.time += 3_600_000;
  room.flow.look();
  room.pass(120);
  assert.equal(room.is, 'ask a');
  assert.deepEqual(room.noted, []);
});

test('a number that was chosen is told, though "Fine" was tapped after it', () => {
  const room = new Room();
  room.flow.go();
  room.pass(whole + 1);
  room.flow.feels('more');
  room.felt = { worst: 9, moved: false, leg: false };
  room.flow.feels('fine');
  assert.equal(room.noted[0]!.worst, 9);
  assert.equal(room.flow.state.view, 'stop');
});

test('hands-free, the sounds of the moves that follow are known ahead; else only those of this one', () => {
  const room = new Room();
  room.flow.go();
  room.pass(10);
  assert.deepEqual(tonesAhead(room.flow.ahead()).filter(tone => tone.tone === 'end').map(tone => tone.in), [whole - 10]);
  room.free = true;
  const ends = (): number[] => tonesAhead(room.flow.ahead()).filter(tone => tone.tone === 'end').map(tone => Math.round(room.time / 1000 + tone.in));
  const planned = ends();
  assert.deepEqual(planned.map((end, i) => end - (planned[i - 1] ?? end)), [0, whole + freeSeconds, whole + freeSeconds]);
  room.pass(whole - 9);
  assert.equal(room.is, 'ask a');
  assert.deepEqual(ends(), planned.slice(1));
  room.pass(freeSeconds);
  assert.equal(room.is, 'run b');
  assert.deepEqual(ends(), planned.slice(1));
});
