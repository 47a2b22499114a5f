/** A worker for the test of the pool: multiplies by the shared factor, later tasks sooner. */
import { workerData } from "piscina";

export async function run(task: number): Promise<number> {
  if (task < 0) throw new RangeError(`negative task ${task}`);
  await new Promise((resolve) => setTimeout(resolve, 20 - task));
  return task * (workerData as { factor: number }).factor;
}
