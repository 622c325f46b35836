// `npm run package`: builds the extension's VSIX and checks what is in it.
import { buildAll } from "./build.ts";
import { checkPackage } from "./extensionPackage.ts";

await buildAll();
await checkPackage();
