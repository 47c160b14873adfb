import "./d3.mjs";
import assert from "node:assert/strict";
import test from "node:test";
import { fold, parseQuery, termsOf, withTerms } from "../../../warehouse/explorer/js/query.js";
import { makeSearch } from "../../../warehouse/explorer/js/search.js";
import { storeOf } from "./store.mjs";

const short = ({ op, value, negated }) => `${negated ? "-" : ""}${op}=${value}`;

const QUERIES = [
  ["library bus", ["word=library", "word=bus"]],
  ['"bus route" “two words”', ["word=bus route", "word=two words"]],
  ['body:"Library Board" -type:letter', ["body=library board", "-type=letter"]],
  ["DISPUTED is:undated -approximate", ["is=disputed", "is=undated", "-is=approximate"]],
  ["Café ‘Ann’s’", ["word=cafe", "word='ann's'"]],
  ['"no end', ["word=no end"]],
  ["http://x y:z", ["word=http://x", "word=y:z"]],
  ['body: "" -', ["word=body:", "word=-"]],
  ["", []],
];
for (const [text, terms] of QUERIES) {
  test(`reads ${text || "nothing"}`, () => assert.deepEqual(parseQuery(text).terms.map(short), terms));
}

test("a date operator without a date is a problem, not a filter", () => {
  const { terms, problems } = parseQuery("before:soon after:2019-02");
  assert.deepEqual(terms.map(short), ["after=2019-02"]);
  assert.equal(problems.length, 1);
  assert.match(problems[0], /before: needs a year, month or day/);
});

test("filters replace their own terms and leave the others", () => {
  assert.equal(withTerms('rents type:motion -type:vote body:"a b"', "type", ["letter"]), 'rents -type:vote body:"a b" type:letter');
  assert.equal(withTerms("rents disputed", "disputed", []), "rents");
  assert.equal(withTerms("rents", "disputed", ["disputed"]), "rents disputed");
  assert.equal(withTerms("", "person", ['Ann "A" Lee']), 'person:"Ann A Lee"');
  assert.deepEqual(termsOf('type:motion type:"x y" -type:z', "type"), ["motion", "x y"]);
});

test("folding forgets case, accents and typographic quotes", () => assert.equal(fold("Zoë’s “ÉTÉ”"), 'zoe\'s "ete"'));

const store = storeOf([
  ["motion", "Ann Lee tables a motion on rents", "2018-03-01", "2018-03-01", { people: { "Ann Lee": "actor", "Rent Board": "body" } }],
  ["letter", "Bo Ray writes on rents", "2019-01-01", "2019-12-31", { flags: 1, people: { "Bo Ray": "actor" } }],
  ["letter", "Ann Lee writes on buses", "2020-05-05", "2020-05-05", { people: { "Ann Lee": "actor" } }],
  ["motion", "A motion once", null, null],
]);
const ANSWERS = [
  ["rents", [0, 1]],
  ["rents -person:ann", [1]],
  ["type:letter", [1, 2]],
  ["type:letter type:motion ann", [0, 2]],
  ["family:decision", [0, 3]],
  ["body:rent", [0]],
  ["body:ann", []],
  ["name:board", [0]],
  ["person:board", []],
  ["before:2019", [0]],
  ["after:2018", [1, 2]],
  ["in:2019", [1]],
  ["in:2018 in:2020", [0, 2]],
  ["after:2018 before:2020", [1]],
  ["disputed", [1]],
  ["undated", [3]],
  ["approximate", [1]],
  ["-undated -approximate", [0, 2]],
  ["modality:planned", []],
];
const search = makeSearch(store);
for (const [text, events] of ANSWERS) {
  test(`“${text}” finds ${events.join(", ") || "nothing"}`, () => {
    const mask = search.run(parseQuery(text).terms);
    assert.deepEqual([...mask.keys()].filter((event) => mask[event]), events);
  });
}
