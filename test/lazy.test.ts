import assert from "node:assert/strict";
import { lazy } from "../src/lazy.ts";

describe("A lazy value", () => {
  it("is made when it is first asked for, and once", () => {
    let made = 0;
    const value = lazy(() => {
      made++;
      return { made };
    });
    assert.equal(made, 0);
    assert.equal(value(), value());
    assert.equal(made, 1);
  });

  it("is made once where it is undefined, too, and anew after a failure", () => {
    let made = 0;
    const value = lazy(() => {
      if (made++ === 0) throw new Error("not yet");
      return undefined;
    });
    assert.throws(value, /not yet/);
    assert.equal(value(), undefined);
    assert.equal(value(), undefined);
    assert.equal(made, 2);
  });
});
