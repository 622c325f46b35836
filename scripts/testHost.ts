// `npm run test:host`: only the tests in a real VS Code.
import { runInServer } from "../test/host/launch.ts";
import { buildAll } from "./build.ts";

await buildAll();
const { passed, failed } = await runInServer();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
