import nodeModule from "node:module";

/*
 * The program as it is installed: a stub, so that what it loads can be kept compiled. Node does that from version 22.8 on, in a folder of its
 * own in the system's temporary one (NODE_COMPILE_CACHE names another, NODE_DISABLE_COMPILE_CACHE=1 switches it off), and does without where
 * it cannot write.
 */
const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => unknown };
enableCompileCache?.();

// the bundle of main.ts: scripts/build.ts
require("./commands.cjs");
