/** `--temperature T`. */
import { type Command, InvalidArgumentError, Option } from "commander";

/** What the parser gives for `none`: null would be taken for an option without a value. */
const NONE = "none";

/** Adds the option: from 0 to 2, or `none` to send none, which the action gets as null. */
export function withTemperature(command: Command, byDefault: number): Command {
  const option = new Option("--temperature <number>", "of sampling; `none` sends none, as some models demand")
    .argParser(temperature)
    .default(byDefault);
  return command.addOption(option).hook("preAction", (_, invoked) => {
    if (invoked.getOptionValue("temperature") === NONE)
      invoked.setOptionValueWithSource("temperature", null, "cli");
  });
}

function temperature(text: string): number | typeof NONE {
  if (text === NONE) return NONE;
  const value = Number(text);
  if (text.trim() !== "" && value >= 0 && value <= 2) return value;
  throw new InvalidArgumentError("It must be a number from 0 to 2, or none.");
}
