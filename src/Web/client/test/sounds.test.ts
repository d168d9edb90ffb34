import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Sounds } from '../src/session/aids';

class Context {
  static last: Context;
  state = 'running'; resumed = 0; go: () => void = () => undefined;
  constructor() { Context.last = this; }
  resume(): Promise<void> {
    this.resumed++;
    return new Promise(done => { this.go = done; });
  }
}
Object.assign(globalThis, { AudioContext: Context });

test('after the device slept, sounds are planned anew: at once, and when their clock goes again', async () => {
  const sounds = new Sounds();
  let planned = 0;
  const plan = (): void => { planned++; };
  sounds.again(plan);
  assert.equal(planned, 0);
  sounds.wake();
  sounds.again(plan);
  assert.deepEqual([planned, Context.last.resumed], [1, 0]);
  for (const state of ['suspended', 'interrupted']) {
    Context.last.state = state;
    const before = planned;
    sounds.again(plan);
    assert.equal(planned, before + 1);
    Context.last.go();
    await Promise.resolve();
    await Promise.resolve();
    assert.equal(planned, before + 2);
  }
});
