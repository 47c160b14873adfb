import "./d3.mjs";
import assert from "node:assert/strict";
import test from "node:test";
import { bytesOf, knownSums, sums } from "../../../warehouse/explorer/js/decode.js";
import { parseDays } from "../../../warehouse/explorer/js/days.js";
import { readHash, writeHash } from "../../../warehouse/explorer/js/state.js";

const AT_FIRST = { q: "", from: null, to: null, event: null, sort: "best" };

test("a view goes through the address unchanged", () => {
  const [from] = parseDays("2019-02-03");
  const state = { q: 'body:"A & B" #x %', from, to: from + 30, event: "0123456789abcdef", sort: "day" };
  assert.deepEqual(readHash(writeHash(state)), state);
  assert.equal(writeHash(AT_FIRST), "");
});

for (const hash of ["", "#", "#from=2019", "#from=x&to=y", "#from=2020&to=2019", "#sort=other", "#%%%"]) {
  test(`“${hash}” is the first view`, () => assert.deepEqual({ ...readHash(hash), q: "" }, AT_FIRST));
}

test("steps become numbers again", () => {
  assert.deepEqual(sums([5, 1, -2]), [5, 6, 4]);
  assert.deepEqual(knownSums([5, null, 1, null]), [5, null, 6, null]);
});

const BASE_85 = [
  ["", []],
  ["VE", [97]],
  ["VPX", [97, 98]],
  ["VPaz", [97, 98, 99]],
  ["VPa!s", [97, 98, 99, 100]],
  ["Xk~0{Zv", [104, 101, 108, 108, 111]],
  ["0RMnI0RjX1", [0, 255, 128, 60, 1, 2, 3, 250]],
  ["|NsC0", [255, 255, 255, 255]],
];
for (const [text, bytes] of BASE_85) {
  test(`base 85 of ${bytes.length} bytes`, () => assert.deepEqual([...bytesOf(text)], bytes));
}
