export const ANALYZER_ID = "rules/1";
