import { expect, test } from "vitest";
import { mapInWorkers } from "../../lib/base/index.js";

const worker = new URL("./pool-worker.ts", import.meta.url);
const tasks = [0, 1, 2, 3, 4, 5, 6, 7];

test("results come in the order of the tasks, on any number of workers", async () => {
  const expected = tasks.map((task) => task * 3);
  for (const workers of [1, 2]) {
    const ended: number[] = [];
    const onResult = (index: number) => ended.push(index);
    expect(await mapInWorkers(worker, tasks, { workers, shared: { factor: 3 }, onResult })).toEqual(expected);
    expect(ended.sort()).toEqual(tasks);
  }
});

test("an error in a task is the error of the whole", async () => {
  await expect(mapInWorkers(worker, [1, -2, 3], { workers: 1, shared: { factor: 1 } })).rejects.toThrow(
    "negative task -2",
  );
});

test("no tasks, no results", async () => {
  expect(await mapInWorkers(worker, [])).toEqual([]);
});
