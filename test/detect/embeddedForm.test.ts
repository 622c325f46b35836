import assert from "node:assert/strict";
import { go } from "../../src/detect/languages/go.ts";
import { javascript } from "../../src/detect/languages/javascript.ts";
import { php } from "../../src/detect/languages/php.ts";
import { python } from "../../src/detect/languages/python.ts";
import { swift } from "../../src/detect/languages/swift.ts";
import { assertMarked, assertSound, inContext } from "./candidates.ts";

const header = String.raw`Content-Disposition: form-data; name=\"model\"\r\n\r\n`;

describe("bodies of forms that programs write line by line", () => {
  it("give the model's field the string behind the one that names it", () => {
    const appended = `body.append("--\\(edge)\\r\\n".data(using: .utf8)!)
body.append("${header}".data(using: .utf8)!)
body.append("«whisper-1»\\r\\n".data(using: .utf8)!)
`;
    assert.deepEqual(inContext(assertMarked(swift, appended)), ["whisper-1: property model < argument body.append 0"]);
    assertMarked(python, `a = (\n    f"--{edge}\\r\\n"\n    "${header}"\n    "«whisper-1»\\r\\n"\n    f"--{edge}\\r\\n"\n)\n`);
    assertMarked(python, `a += b'Content-Disposition: form-data; name="model_id"\\r\\n\\r\\n'\na += b"«scribe_v1»\\r\\n"\n`);
    assertMarked(php, `<?php\n$a .= 'Content-Disposition: form-data; name="model"' . "\\r\\n\\r\\n«whisper-1»\\r\\n";\n`);
  });

  it("hold fields with their values in one string", () => {
    assertMarked(go, `fmt.Fprintf(w, "${header}«whisper-1»\\r\\n")\n`);
    const filled = `\`--\${edge}\\r\\nContent-Disposition: form-data; name="model"\\r\\n\\r\\n«whisper-1»\\r\\n\``;
    assertMarked(javascript, `parts.push(Buffer.from(${filled}));\n`);
    assertMarked(javascript, `a = "--x\\r\\n${header}«whisper-1»\\r\\n--x\\r\\n${header.replace("model", "language")}en\\r\\n";\n`);
  });

  it("name no model in other fields, other lines, what is filled in, and where they are expected", () => {
    for (const text of [
      `body.append("${header.replace("model", "file")}")\nbody.append("whisper-1\\r\\n")\n`,
      `print("whisper-1\\r\\n")\n`,
      `body.append("${header}")\nbody.append("\\(model)\\r\\n")\n`,
      `body.append("${header}")\nbody.append("the model\\r\\n")\n`,
      `XCTAssertTrue(text.contains("${header}whisper-1\\r\\n"))\n`,
    ]) {
      assertMarked(swift, text);
    }
  });

  it("are read wherever they are cut off", () => {
    const text = `a("${header}")\nb("whisper-1\\r\\n")\nc("${header}whisper-1\\r\\n")\n`;
    for (let end = 0; end <= text.length; end++) assertSound(swift, text.slice(0, end));
  });
});
