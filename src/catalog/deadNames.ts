import { type Namespace, namespaces } from "../identify/identity.ts";
import { readIn, resolve } from "../identify/resolve.ts";
import type { Catalog } from "./catalog.ts";
import { compilePattern, matchPattern, patternsOverlap } from "./glob.ts";
import type { Member, ModelRecord } from "./record.ts";

/** A name that leads elsewhere, or nowhere: writing it in the record says nothing. */
export interface DeadName {
  readonly model: ModelRecord;
  /** the keys that lead to it in the record */
  readonly keys: readonly (string | number)[];
  readonly severity: "fault" | "warning";
  readonly message: string;
}

/** What stands in for a star: nothing, a size, and what no other record can have thought of. */
const fillers = ["", "7b", "zq9zq"];

/**
 * Every name that no question can reach, by asking for each of them as a user would: in its own scheme, and for names of no
 * scheme without any. A pattern is dead where other names answer for whatever its stars may stand for.
 */
export function findDeadNames(catalog: Catalog): readonly DeadName[] {
  const dead: DeadName[] = [];
  for (const model of catalog.models) {
    const found = (keys: readonly (string | number)[], message: string, severity: DeadName["severity"] = "fault"): void => {
      dead.push({ model, keys, severity, message });
    };
    for (const namespace of namespaces) {
      for (const [index, name] of (model.names[namespace] ?? []).entries()) {
        const keys = ["names", namespace, index];
        if (name.includes("*")) {
          const answers = fillers.map((filler) => answerTo(catalog, namespace, name.replaceAll("*", filler)));
          if (!answers.some((answer) => answer?.record === model)) {
            found(keys, `${namespace} pattern ${name} is never reached: ${told(answers.find((answer) => answer !== null) ?? null)}`);
          }
          continue;
        }
        const answer = answerTo(catalog, namespace, name);
        if (answer?.record !== model) found(keys, `${namespace} name ${name} is never reached: ${told(answer)}`);
        else if (namespace === "other") {
          const plain = resolve(name, catalog, [])?.match ?? null;
          if (plain !== null && plain.record !== model) {
            found(keys, `${name} without its scheme is ${plain.record.id}: the name belongs to one of them`, "warning");
          }
        }
      }
    }
    for (const [index, member] of (model.members ?? []).entries()) {
      for (const { namespace, name, keys } of namesOf(member)) {
        const answer = answerTo(catalog, namespace, name);
        if (answer?.record === model && answer.member === member) continue;
        const other = answer?.record === model ? `${answer.member?.name ?? "the record"} has it, too` : told(answer);
        found(["members", index, ...keys], `${namespace} name ${name} of ${member.name} is never reached: ${other}`);
      }
    }
    for (const [index, glob] of (model.retired?.names ?? []).entries()) {
      if (!isNameOf(catalog, model, glob)) found(["retired", "names", index], `${glob} is none of the record's names`);
    }
  }
  return dead;
}

interface WrittenName {
  readonly namespace: Namespace;
  readonly name: string;
  readonly keys: readonly (string | number)[];
}

function namesOf(member: Member): readonly WrittenName[] {
  const written: WrittenName[] = [];
  for (const namespace of namespaces) {
    const name = member.names[namespace];
    if (name !== undefined) written.push({ namespace, name, keys: ["names", namespace] });
    for (const [index, alias] of (member.aliases?.[namespace] ?? []).entries()) {
      written.push({ namespace, name: alias, keys: ["aliases", namespace, index] });
    }
  }
  // a host's own spelling is of no scheme
  for (const [host, name] of Object.entries(member.hosts ?? {})) written.push({ namespace: "other", name, keys: ["hosts", host] });
  return written;
}

function answerTo(
  catalog: Catalog,
  namespace: Namespace,
  name: string,
): { readonly record: ModelRecord; readonly member: Member | null } | null {
  const match = catalog.find(readIn(namespace, name));
  // a name that is followed elsewhere is no name of the record
  return match === null || match.inferred !== null ? null : match;
}

function told(answer: { readonly record: ModelRecord } | null): string {
  return answer === null ? "nothing answers to it" : `${answer.record.id} answers first`;
}

/** Whether a name of the record, as written or as its schemes rewrite it, is what `glob` means. */
function isNameOf(catalog: Catalog, model: ModelRecord, glob: string): boolean {
  const pattern = compilePattern(glob);
  const written = [
    ...Object.values(model.names).flat(),
    ...(model.members ?? []).flatMap((member) => namesOf(member).map(({ name }) => name)),
  ];
  return (
    written.some((name) => matchPattern(pattern, name.toLowerCase()) !== null || patternsOverlap(pattern, compilePattern(name))) ||
    namespaces.some((namespace) => model.names[namespace] !== undefined && answerTo(catalog, namespace, glob)?.record === model)
  );
}
