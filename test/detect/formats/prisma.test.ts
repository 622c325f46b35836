import assert from "node:assert/strict";
import { prisma } from "../../../src/detect/formats/prisma.ts";
import { assertMarked, inContext } from "../candidates.ts";

describe("Prisma", () => {
  it("names the defaults of fields, members of enums by how they are stored, and settings", () => {
    const candidates = assertMarked(
      prisma,
      `// @default("gpt-4")
generator client {
  provider = "«prisma-client-js»"
}

model Model {
  id     String   @id @default(cuid()) // "gpt-4"
  model  String   @default("«gpt-4o»") @map("model-name") @db.VarChar(40)
  models String[] @default(["«a-1»", "«b-2»"])
  config Json     @default("{\\"model\\": \\"«c-3»\\"}")
  kind   Kind     @default(GPT_4O)
  user   User     @relation("gpt-4", fields: [userId], references: [id])

  @@map("gpt-4")
}

enum Kind {
  GPT_4O @map("«gpt-4o»")
  /// "gpt-4"
  OTHER

  @@map("gpt-4")
}
`,
    );
    assert.deepEqual(inContext(candidates), [
      "prisma-client-js: property provider",
      "gpt-4o: assignment model",
      "a-1: item 0 < assignment models",
      "b-2: item 1 after a-1 < assignment models",
      "c-3: property model < assignment config",
      "gpt-4o: assignment GPT_4O < declaration enum",
    ]);
  });
});
