import "./d3.mjs";
import assert from "node:assert/strict";
import test from "node:test";
import { dayText, intervalText, isoDay, OPEN_HIGH, OPEN_LOW, parseDays } from "../../../warehouse/explorer/js/days.js";

const INTERVALS = [
  ["2019-02-20", "2019-02-20", "20 Feb 2019"],
  ["2019-02-01", "2019-02-28", "February 2019 (day unknown)"],
  ["2020-02-01", "2020-02-28", "between 1 Feb 2020 and 28 Feb 2020"],
  ["2019-02-18", "2019-02-24", "week of 18 Feb 2019"],
  ["2019-04-01", "2019-06-30", "Q2 2019 (month unknown)"],
  ["2019-02-01", "2019-04-30", "between 1 Feb 2019 and 30 Apr 2019"],
  ["2019-01-01", "2019-12-31", "2019 (month unknown)"],
  ["0987-01-01", "0987-12-31", "987 (month unknown)"],
  [null, "2019-02-20", "on or before 20 Feb 2019"],
  ["2019-02-20", null, "on or after 20 Feb 2019"],
  [null, null, "date unknown"],
];

for (const [from, to, text] of INTERVALS) {
  test(`${from} to ${to} is told as ${text}`, () => {
    const lo = from ? parseDays(from)[0] : OPEN_LOW;
    const hi = to ? parseDays(to)[1] : OPEN_HIGH;
    assert.equal(intervalText(lo, hi), text);
  });
}

test("what lasted says how long", () => {
  const [lo] = parseDays("2019-02-01");
  assert.equal(intervalText(lo, lo + 2, true), "1 Feb 2019 – 3 Feb 2019 (3 days)");
});

test("years, months and days are intervals", () => {
  assert.deepEqual(parseDays("2019").map(isoDay), ["2019-01-01", "2019-12-31"]);
  assert.deepEqual(parseDays("2020-2").map(isoDay), ["2020-02-01", "2020-02-29"]);
  assert.deepEqual(parseDays("2020-02-29").map(dayText), ["29 Feb 2020", "29 Feb 2020"]);
});

for (const text of ["", "19", "2019-13", "2019-00", "2019-02-30", "2019-02-00", "2019-2-3-4", "last year"]) {
  test(`“${text}” is no day`, () => assert.equal(parseDays(text), null));
}
