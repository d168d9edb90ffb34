import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from '../src/charts';

test('the week that is nearest is read, at the ends the outermost', () => {
  const weeks = [4, 50, 96];
  assert.deepEqual([-10, 0, 26, 28, 73, 74, 200].map(at => nearest(weeks, at)), [0, 0, 0, 1, 1, 2, 2]);
});
