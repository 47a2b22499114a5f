/** How well an analyzer agrees with tags given by people. */
export {};
