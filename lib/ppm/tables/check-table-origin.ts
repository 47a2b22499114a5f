/** Whether a model may predict from a table: its counts must come about as those that it was fitted to. */
import { BadInputError, type Problem } from "../../base/index.js";
import type { CountOrigin } from "../../tags/index.js";

/**
 * What is unknown on either side is accepted; another analyzer too, as at routing.
 * @param model of the saved model
 * @param table what its manifest says
 * @param place the table, for messages
 * @throws {BadInputError} if the table was counted by other rules, or from features of other definitions or encoders
 */
export function checkTableOrigin(model: CountOrigin, table: CountOrigin, place: string): void {
  const parts = [
    ["by the rules of", model.compat, table.compat],
    ["from features by the definitions of", model.provenance?.definitions, table.provenance?.definitions],
    ["from features by the encoder", model.provenance?.encoder, table.provenance?.encoder],
  ] as const;
  const problems = parts.flatMap(([how, fitted, found]): Problem[] => {
    if (!fitted || !found || fitted === found) return [];
    const rule = `its tags were counted ${how} ${JSON.stringify(found)}, and those of the model ${how} ${JSON.stringify(fitted)}`;
    return [{ place, rule, remedy: "count both in the same way, or fit a model to counts like these" }];
  });
  if (problems.length > 0) throw new BadInputError(problems);
}
