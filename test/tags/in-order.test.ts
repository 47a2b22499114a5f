import { describe, expect, test } from "vitest";
import { mapInOrder } from "../../lib/tags/extraction/in-order.js";

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe("mapInOrder", () => {
  test("results come in the order of the stream, whichever is done first", async () => {
    const results: number[] = [];
    const delays = [9, 1, 5, 0, 7, 2];
    for await (const result of mapInOrder(delays, 4, async (ms) => {
      await wait(ms);
      return ms;
    }))
      results.push(result);
    expect(results).toEqual(delays);
  });

  test("a slow taker never sees more than the bound taken in, and a fast one uses all of it", async () => {
    for (const limit of [1, 2, 5]) {
      let started = 0;
      let taken = 0;
      let most = 0;
      async function* source(): AsyncGenerator<number> {
        for (let i = 0; i < 30; i++) yield i;
      }
      for await (const _ of mapInOrder(source(), limit, async (value) => {
        started += 1;
        most = Math.max(most, started - taken);
        await wait(value % 3);
        return value;
      })) {
        await wait(1);
        taken += 1;
      }
      expect(taken).toBe(30);
      expect(most).toBe(limit);
    }
  });

  test("an error of the work, or of the stream, is thrown in its turn", async () => {
    const taken: number[] = [];
    const work = async (): Promise<void> => {
      for await (const value of mapInOrder([1, 2, 3, 4], 3, async (one) => {
        if (one > 1) throw new RangeError(`value ${one}`);
        return one;
      }))
        taken.push(value);
    };
    await expect(work()).rejects.toThrow("value 2");
    expect(taken).toEqual([1]);
    async function* broken(): AsyncGenerator<number> {
      yield 1;
      throw new Error("the stream broke");
    }
    await expect(
      (async () => {
        for await (const _ of mapInOrder(broken(), 3, async (one) => one)) taken.push(0);
      })(),
    ).rejects.toThrow("the stream broke");
  });
});
