/** Notebook: show tables and figures inside a tslab cell; run notebooks headlessly. */
export * from "./data-frame.js";
export * from "./display.js";
export * from "./install-kernel.js";
export * from "./notebook-file.js";
export * from "./present-figure.js";
export * from "./run-notebook.js";
export * from "./show-example.js";
export * from "./show-figure.js";
export * from "./show-table.js";
export * from "./table.js";
