import { hostileTexts } from "../../scripts/bench/texts.ts";
import { formats } from "../../src/detect/formats.ts";
import { assertLinearWork } from "./countedText.ts";

describe("hostile texts", () => {
  for (const format of formats) {
    it(`cost ${format.id} as many looks at each character when they are longer`, () => {
      for (const [name, make] of Object.entries(hostileTexts)) assertLinearWork(format, name, make);
    }).timeout(60_000);
  }
});
