import type { YamlScan } from "./state.ts";

/** Behind the `}}` of the template at `at`, if it ends on this line; else -1. */
export function templateEnd(scan: YamlScan, at: number): number {
  const from = at + 2;
  if (from < scan.templateFrom) {
    // a line that is read once more
    const close = scan.text.slice(from, scan.templateFrom).indexOf("}}");
    if (close >= 0) return from + close < scan.lineEnd ? from + close + 2 : -1;
  } else if (scan.templateClose < from) {
    const close = scan.text.indexOf("}}", from);
    scan.templateClose = close < 0 ? Number.POSITIVE_INFINITY : close;
    scan.templateFrom = from;
  }
  return scan.templateClose < scan.lineEnd ? scan.templateClose + 2 : -1;
}
