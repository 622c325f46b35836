// `npm run test:electron`: the host tests in a desktop VS Code, for those who can download one.
import { runInElectron } from "../test/host/launchElectron.ts";
import { buildAll } from "./build.ts";

await buildAll();
const { passed, failed } = await runInElectron();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
