/** One start of VS Code: what is open in it and which suites run there. */
export interface Session {
  readonly name: string;
  /** Folders of the repository; copies of them are opened, several as one multi-root window. */
  readonly folders: readonly string[];
  /** True: the folders are not trusted. */
  readonly restricted: boolean;
  /** Names of suites (`smoke` is suites/smoke.test.ts); `rest` are all that no session names. */
  readonly suites: readonly string[] | "rest";
}

/** The sessions of the host tests. A new suite runs in the first; one that needs another window is named here. */
export const sessions: readonly Session[] = [
  { name: "one folder", folders: ["samples"], restricted: false, suites: "rest" },
  { name: "restricted mode", folders: ["samples"], restricted: true, suites: ["smoke", "restricted"] },
  { name: "two folders", folders: ["samples", "test/host/tests"], restricted: false, suites: ["smoke", "folders"] },
];
