/** `hyper ppm cv|compare|fit|predict`: performance prediction models on any table of counts and scores. */
import { Command } from "commander";
import { compareCommand } from "./ppm/compare.js";
import { cvCommand } from "./ppm/cv.js";
import { fitCommand } from "./ppm/fit.js";
import { predictCommand } from "./ppm/predict.js";

export function ppmCommand(): Command {
  return new Command("ppm")
    .description("performance prediction models: from tag counts to a score")
    .addCommand(cvCommand())
    .addCommand(compareCommand())
    .addCommand(fitCommand())
    .addCommand(predictCommand());
}
