import type { Catalog } from "../catalog/catalog.ts";
import type { LicenseKind, LicenseRecord, Member, ModelRecord, Term } from "../catalog/record.ts";

/** The licence of the weights, and what binds whoever uses them. */
export interface LicenseVerdict {
  readonly license: string | null;
  readonly licenseName: string | null;
  readonly kind: LicenseKind;
  readonly terms: readonly Term[];
  readonly reasons: readonly string[];
}

/** How much a kind takes away, for kinds that pass from a base to what is made of it. */
const restriction: Readonly<Record<LicenseKind, number>> = {
  osi: 0,
  "permissive-content": 0,
  unknown: 0,
  "use-restricted": 1,
  "non-commercial": 2,
  none: 3,
  proprietary: 3,
};

/**
 * The licence of a model's weights. Licences that restrict use (Llama, Gemma, RAIL) or forbid commerce bind what others make of the
 * weights too, whatever the new card says; a developer may license a model of its own anew.
 */
export function judgeLicense(record: ModelRecord, member: Member | null, bases: readonly ModelRecord[], catalog: Catalog): LicenseVerdict {
  if (record.components["model-parameters"]?.state === "withheld") {
    return { license: null, licenseName: null, kind: "proprietary", terms: record.terms ?? [], reasons: [] };
  }
  const id = member?.license ?? record.license ?? null;
  const own = id === null ? undefined : catalog.license(id);
  const verdict = {
    license: id,
    licenseName: own?.name ?? id,
    kind: own?.kind ?? "unknown",
    terms: [...(own?.terms ?? []), ...(record.terms ?? [])],
  };
  return inherit(verdict, record.developer, bases, catalog);
}

/** What is known of the licence of somebody's own work on `record`: nothing but what the base's licence asks. */
export function judgeDerivedLicense(record: ModelRecord, bases: readonly ModelRecord[], catalog: Catalog): LicenseVerdict {
  return inherit({ license: null, licenseName: null, kind: "unknown", terms: [] }, null, [record, ...bases], catalog);
}

function inherit(
  own: Omit<LicenseVerdict, "reasons">,
  developer: string | null,
  bases: readonly ModelRecord[],
  catalog: Catalog,
): LicenseVerdict {
  let kind = own.kind;
  const terms: Term[] = [...own.terms];
  const reasons: string[] = [];
  const told = new Set<string>(own.license === null ? [] : [own.license]);
  for (const base of bases) {
    if (base.license === undefined || told.has(base.license) || isSameMaker(base.developer, developer, catalog)) continue;
    const license = catalog.license(base.license);
    if (!license || !bindsDerivatives(license)) continue;
    told.add(base.license);
    if (restriction[license.kind] > restriction[kind]) kind = license.kind;
    const sentence = `Still bound by the ${license.name} of its base ${base.name}.`;
    reasons.push(sentence);
    terms.push({ kind: "inherited", text: sentence });
    for (const term of license.terms ?? []) if (!terms.some(({ text }) => text === term.text)) terms.push(term);
  }
  return { ...own, kind, terms, reasons };
}

/** One organisation can have two files: what it serves alone, and what it gives away. Both bear its name. */
function isSameMaker(id: string, other: string | null, catalog: Catalog): boolean {
  return other !== null && (id === other || catalog.developerName(id) === catalog.developerName(other));
}

function bindsDerivatives(license: LicenseRecord): boolean {
  return license.kind === "use-restricted" || license.kind === "non-commercial";
}
