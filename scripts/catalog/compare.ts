import { createAssessor } from "../../src/assess/assess.ts";
import { type Assessment, classes, type OpennessClass } from "../../src/assess/assessment.ts";
import type { Catalog, CatalogMatch } from "../../src/catalog/catalog.ts";
import type { LicenseRecord, ModelRecord } from "../../src/catalog/record.ts";
import { readHubId } from "../../src/identify/names.ts";
import { type Resolved, resolve } from "../../src/identify/resolve.ts";
import { type Claim, type ClaimSource, claimSources } from "./claims.ts";
import { createLicenseReader } from "./licenseNames.ts";
import { modelKey } from "./readClaims.ts";

/** A source and our record say different things of one model. */
export interface Disagreement {
  readonly claim: Claim;
  readonly about: "class" | "licence";
  readonly theirs: string;
  readonly ours: string;
  /** id of the record that has to answer */
  readonly record: string;
  /** ours says more than theirs: a higher class */
  readonly higher: boolean;
  /** the record speaks to it, so that users see the difference and why */
  readonly answered: boolean;
}

export interface Comparison {
  readonly disagreements: readonly Disagreement[];
  readonly claims: number;
  /** claims on models that the catalog has */
  readonly matched: number;
  /** licences as the sources write them that are none of licenses.yaml, with a claim that has each */
  readonly unreadLicenses: ReadonlyMap<string, Claim>;
}

/** Compares what sources say with the catalog. One claim can disagree on the class and on the licence. */
export function compareClaims(claims: readonly Claim[], catalog: Catalog, licenses: readonly LicenseRecord[]): Comparison {
  const assess = createAssessor(catalog);
  const reader = createLicenseReader(licenses);
  const unreadLicenses = new Map<string, Claim>();
  const disagreements: Disagreement[] = [];
  let matched = 0;
  for (const claim of claims) {
    const found = findRecord(claim, catalog);
    if (found === null) continue;
    matched++;
    const { record } = found.match;
    const ours = assess(found.identity);
    const common = { claim, record: record.id };
    if (claim.class !== null && ours.class !== "unknown" && !agrees(claim.class, ours.class)) {
      const higher = isHigher(ours.class, claim.class);
      disagreements.push({
        ...common,
        about: "class",
        theirs: claim.class === "not-closed" ? "not closed" : claim.class,
        ours: ours.class,
        higher,
        answered: record.reason !== undefined || (!higher && hasOpinion(record, claim.source)) || namesWeights(record, claim),
      });
    }
    if (claim.license === null || ours.class === "closed") continue;
    const theirs = reader.idsIn(claim.license);
    if (ours.license !== null && (theirs.includes(ours.license) || reader.canMean(claim.license, ours.license))) continue;
    if (theirs.length === 0) unreadLicenses.set(claim.license, claim);
    else {
      disagreements.push({
        ...common,
        about: "licence",
        theirs: claim.license,
        ours: ours.license ?? "none stated",
        higher: false,
        answered: tellsOfLicense(record, ours, claim),
      });
    }
  }
  return { disagreements, claims: claims.length, matched, unreadLicenses };
}

/** The record that a claim is about: by the first hub id that the catalog knows, else by the first name. Never by a name's likeness. */
function findRecord(claim: Claim, catalog: Catalog): (Resolved & { readonly match: CatalogMatch }) | null {
  for (const id of claim.hubIds) {
    const identity = readHubId(id);
    const match = identity && catalog.find(identity);
    if (identity && match && match.inferred !== "fine-tune") return { identity, match };
  }
  for (const name of claim.names) {
    const resolved = resolve(name.replaceAll(" ", "-"), catalog, []);
    if (resolved?.match && resolved.match.inferred !== "fine-tune") return { identity: resolved.identity, match: resolved.match };
  }
  return null;
}

function agrees(claimed: NonNullable<Claim["class"]>, ours: OpennessClass): boolean {
  return claimed === "not-closed" ? ours !== "closed" : claimed === ours;
}

function isHigher(ours: OpennessClass, claimed: NonNullable<Claim["class"]>): boolean {
  if (ours === "unknown" || claimed === "not-closed") return false;
  return classes.indexOf(ours) > classes.indexOf(claimed);
}

function hasOpinion(record: ModelRecord, source: ClaimSource): boolean {
  return (record.opinions ?? []).some(({ by }) => by === source);
}

/**
 * Whether the record names the hub's repository of the very model that a flag calls closed: an exact name, not a pattern, under which anyone finds
 * the weights. It answers for flags only, as they come without a word of evidence.
 */
function namesWeights(record: ModelRecord, claim: Claim): boolean {
  if (claim.source !== "models.dev" || claim.class !== "closed") return false;
  const members = (record.members ?? []).flatMap(({ names }) => names.huggingface ?? []);
  const keys = new Set([...(record.names.huggingface ?? []), ...members].filter((name) => !name.includes("*")).map(modelKey));
  return keys.has(claim.entry) || claim.names.some((name) => keys.has(modelKey(name)));
}

/** Whether the reason, a term, or the source's opinion in the record speaks of licences. */
function tellsOfLicense(record: ModelRecord, ours: Assessment, { source, license }: Claim): boolean {
  const texts = [
    record.reason ?? "",
    ...(record.terms ?? []).map(({ text }) => text),
    ...(record.opinions ?? []).filter(({ by }) => by === source).map(({ value }) => value),
  ];
  const words = [license, ours.license, ours.licenseName].filter((word) => word !== null);
  return texts.some((text) => /licen[cs]e|\btag(?:ged)?\b/i.test(text) || words.some((word) => text.includes(word)));
}

/** The comparison as lines of text: grouped by source, the open ones first, each on one line; a summary at the end. */
export function comparisonReport(comparison: Comparison): readonly string[] {
  const lines: string[] = [];
  for (const source of claimSources) {
    const own = comparison.disagreements.filter(({ claim }) => claim.source === source);
    if (own.length === 0) continue;
    lines.push(`${source}: ${own.length} disagreements, ${own.filter(({ answered }) => !answered).length} open`);
    const sorted = own.toSorted(
      (a, b) => weight(a) - weight(b) || compareText(a.record, b.record) || compareText(a.claim.entry, b.claim.entry),
    );
    lines.push(...sorted.map(lineOf), "");
  }
  const open = comparison.disagreements.filter(({ answered }) => !answered).length;
  const { claims, matched, disagreements, unreadLicenses } = comparison;
  for (const [license, { source, entry }] of [...unreadLicenses].sort(([a], [b]) => compareText(a, b))) {
    lines.push(`not compared: the licence “${license}” (${source}: ${entry}) is none of licenses.yaml`);
  }
  lines.push(
    `compare: ${claims} entries, ${matched} in the catalog; ${disagreements.length} disagreements, ` +
      `${disagreements.length - open} answered, ${open} open; ${unreadLicenses.size} licences not compared`,
  );
  return lines;
}

/** What has to be looked at first: open ones, and there where ours is higher. */
function weight({ answered, higher, about }: Disagreement): number {
  return (answered ? 4 : 0) + (higher ? 0 : about === "class" ? 1 : 2);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function lineOf({ claim, about, theirs, ours, record, higher, answered }: Disagreement): string {
  const words = about === "class" ? ` (${claim.says})` : "";
  return `  ${answered ? "answered" : "open    "} ${record}: ${about} ${ours}, ${claim.source} on ${claim.entry} ${theirs}${words}${higher ? "; ours is higher" : ""}`;
}
