// The division of the budget as docs/allocation.md tells it, in whole numbers of any size.
//
// A small system of its own, which knows nothing of the Python library: it reads questions as lines
// of JSON and writes an answer to each on a line, or null where the question is not of its kind.
// Counts above 2^53 would need another reader of JSON; no case has any.

import { createInterface } from "node:readline";

const COUNTS = new Map([
  ["bevolking op beroepsactieve leeftijd", (each) => each.working_age_population],
  ["werkzoekenden", (each) => each.job_seekers],
  ["gelijke delen", () => 1],
]);

class Refused extends Error {}

const sum = (numbers) => numbers.reduce((one, other) => one + other, 0n);
const gcd = (one, other) => (other === 0n ? one : gcd(other, one % other));
const lcm = (one, other) => (one / gcd(one, other)) * other;

/** By Unicode code point; the strings of JavaScript compare by code unit. */
function byId(one, other) {
  const left = [...one.id].map((sign) => sign.codePointAt(0));
  const right = [...other.id].map((sign) => sign.codePointAt(0));
  const place = left.findIndex((point, at) => point !== right[at]);
  return place === -1 || place >= right.length ? left.length - right.length : left[place] - right[place];
}

/** Shares of numerator/denominator each, rounded so that they add up: the first of equals wins. */
function largestRemainder(total, numerators, denominator) {
  const cents = numerators.map((each) => each / denominator);
  const rest = numerators.map((each) => each % denominator);
  const order = [...rest.keys()].sort((one, other) =>
    rest[one] === rest[other] ? one - other : rest[one] > rest[other] ? -1 : 1,
  );
  for (const place of order.slice(0, Number(total - sum(cents)))) cents[place] += 1n;
  return cents;
}

/**
 * The first table in the order of docs/allocation.md, as the cheapest flow of the spare cents from
 * the pots over the cells to the rows. One cost holds the four steps, each beyond the reach of the
 * next: the amounts, the ids, the components, and the places pot by pot.
 */
function closestTable(pots, columns) {
  const rows = columns[0].length;
  const common = columns.map(sum).reduce(lcm, 1n);
  const exact = columns.map((column, pot) =>
    column.map((weight) => (pots[pot] * weight * common) / sum(column)),
  );
  const table = exact.map((cells) => cells.map((cell) => cell / common));

  const steps = pots.map(() => 2n * BigInt(rows) ** 2n + 1n);
  const costs = [1n];
  for (const step of steps.reverse()) costs.unshift(costs[0] * step);
  const places = costs.slice(1);
  const component = costs[0];
  const id = component * (2n * BigInt(rows * pots.length) * common + 1n);
  const amount = id * (2n ** BigInt(rows + 1) + 1n);
  const must = amount * (2n * BigInt(rows) * common + 1n);

  const [source, sink] = [0, 1];
  const pot = (k) => 2 + k;
  const row = (i) => 2 + pots.length + i;
  const edges = [];
  const add = (from, to, room, cost, cell) =>
    edges.push({ from, to, room, cost, cell }, { from: to, to: from, room: 0n, cost: -cost });
  pots.forEach((cents, k) => add(source, pot(k), cents - sum(table[k]), 0n));
  for (let i = 0; i < rows; i += 1) {
    pots.forEach((_, k) => {
      const rest = exact[k][i] % common;
      const cost = (common - 2n * rest) * component + BigInt(i) * places[k];
      if (rest > 0n) add(pot(k), row(i), 1n, cost, [k, i]);
    });
    const total = sum(exact.map((cells) => cells[i]));
    const floors = sum(table.map((cells) => cells[i]));
    const rest = total % common;
    add(row(i), sink, total / common - floors, -must);
    const cost = (common - 2n * rest) * amount - 2n ** BigInt(rows - 1 - i) * id;
    if (rest > 0n) add(row(i), sink, 1n, cost);
  }

  for (let path = cheapest(edges, source, sink); path; path = cheapest(edges, source, sink)) {
    for (const place of path) {
      edges[place].room -= 1n;
      edges[place ^ 1].room += 1n;
    }
  }
  for (const { room, cell } of edges) if (cell && room === 0n) table[cell[0]][cell[1]] += 1n;
  return table;
}

/** The cheapest way from source to sink, as places of edges, by Bellman and Ford. */
function cheapest(edges, source, sink) {
  const cost = new Map([[source, 0n]]);
  const last = new Map();
  for (let changed = true; changed; ) {
    changed = false;
    edges.forEach((edge, place) => {
      if (edge.room === 0n || !cost.has(edge.from)) return;
      const through = cost.get(edge.from) + edge.cost;
      if (cost.has(edge.to) && cost.get(edge.to) <= through) return;
      cost.set(edge.to, through);
      last.set(edge.to, place);
      changed = true;
    });
  }
  if (!cost.has(sink)) return null;
  const path = [];
  for (let at = sink; at !== source; at = edges[path.at(-1)].from) path.push(last.get(at));
  return path;
}

function budgetOf(call, year) {
  const place = call.plan_years.indexOf(year);
  if (place === -1) throw new Refused("YearOutsideCall");
  const cents = BigInt(call.budget.replace(".", ""));
  if (call.readings.budget_period === "each-year") return cents;
  const years = BigInt(call.plan_years.length);
  const ofYear = cents / years + (BigInt(place) < cents % years ? 1n : 0n);
  if (ofYear === 0n) throw new Refused("InvalidBudget");
  return ofYear;
}

function columnsOf(beneficiaries, keys, readings) {
  const columns = keys.map(({ name, numerator }) => {
    if (numerator === 0n) return null;
    const counts = beneficiaries.map(COUNTS.get(name));
    if (counts.includes(null)) throw new Refused("UnknownWeight");
    if (counts.some((count) => count < 0)) throw new Refused("NegativeWeight");
    return counts.some((count) => count > 0) ? counts.map(BigInt) : undefined;
  });
  if (columns.includes(undefined) && readings.zero_key === "error") throw new Refused("ZeroKeyTotal");
  return columns.map((column) => column ?? beneficiaries.map(() => 1n));
}

function divide({ beneficiaries, year, call }) {
  const budget = budgetOf(call, year);
  if (beneficiaries.length === 0) throw new Refused("NoBeneficiaries");
  const ids = new Set(beneficiaries.map(({ id }) => id));
  if (ids.size < beneficiaries.length) throw new Refused("DuplicateId");
  const keys = [...COUNTS.keys()].filter((name) => name in call.keys).map((name) => {
    const [numerator, denominator] = call.keys[name].split("/").map(BigInt);
    return { name, numerator, denominator };
  });
  const given = [...beneficiaries].sort(byId);
  const columns = columnsOf(given, keys, call.readings);
  const parts = keys.map(({ denominator }) => denominator).reduce(lcm, 1n);
  const shares = keys.map((key) => (budget * key.numerator * parts) / key.denominator);
  const pots = largestRemainder(budget, shares, parts);
  const table =
    call.readings.rounding === "per-pot"
      ? pots.map((cents, pot) =>
          largestRemainder(cents, columns[pot].map((each) => cents * each), sum(columns[pot])),
        )
      : closestTable(pots, columns);
  const byKey = (cents) => Object.fromEntries(keys.map(({ name }, pot) => [name, Number(cents[pot])]));
  return {
    budget: Number(budget),
    pots: byKey(pots),
    grants: given.map(({ id }, place) => {
      const cents = table.map((cells) => cells[place]);
      return { beneficiary_id: id, cents: Number(sum(cents)), components: byKey(cents) };
    }),
  };
}

function answer(question) {
  if (!("division_question" in question)) return null;
  try {
    return { division_answer: divide(question.division_question) };
  } catch (error) {
    if (error instanceof Refused) return { refusal: { error: error.message } };
    throw error;
  }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  console.log(JSON.stringify(answer(JSON.parse(line))));
}
