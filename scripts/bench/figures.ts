/** One line of the table. */
export interface Figure {
  readonly what: string;
  /** as printed, with its unit */
  readonly value: string;
  /** what DESIGN asks for, as printed */
  readonly target?: string;
  /** whether the target is reached, where it can be told */
  readonly reached?: boolean;
}

/** Figures under a heading. */
export interface Section {
  readonly title: string;
  readonly figures: readonly Figure[];
}

/** The value below which `share` of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

/** A table in Markdown. */
export function tableOf({ title, figures }: Section): string {
  const rows = figures.map(({ what, value, target, reached }) => {
    const mark = reached === undefined ? "" : reached ? " ✓" : " ✗";
    return `| ${what} | ${value} | ${target ?? ""}${mark} |`;
  });
  return [`## ${title}`, "", "| what | measured | wanted |", "| --- | ---: | --- |", ...rows, ""].join("\n");
}
