import type { Frame } from "./frame.ts";

/** The frame that names what the string is bound to: the nearest one that is neither a list element nor an unnamed argument. */
export type Binding =
  | { readonly kind: "argument"; readonly name: string; readonly callee: string }
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "assignment"; readonly name: string }
  | { readonly kind: "fallback"; readonly name: string }
  | { readonly kind: "flag"; readonly name: string; readonly command: string };

/** What the string is bound to by name (`model=`, `"model":`, `MODEL = `, `--model`), or null where nothing names it. */
export function bindingOf(context: readonly Frame[]): Binding | null {
  for (const [index, frame] of context.entries()) {
    switch (frame.kind) {
      case "item":
      case "declaration":
        continue;
      case "fallback":
        if (frame.name === null) continue;
        return { kind: "fallback", name: frame.name };
      case "argument":
        if (isDeclaredDefault(frame.callee, frame.position, frame.keyword) || isDefaultOfFlag(context, index)) continue;
        if (isDefaultOption(context[index - 1], frame)) continue;
        if (frame.keyword === rawValue) {
          const made = givenBy(frame.callee);
          if (made !== null) return made;
        }
        if (frame.keyword !== null)
          return { kind: "argument", name: isNameOfModel(frame.keyword, frame.callee) ? "model" : frame.keyword, callee: frame.callee };
        return frame.position === 0 ? givenBy(frame.callee) : frame.position === 1 ? addedBy(frame.callee) : null;
      case "property":
        if (frame.key === "default" && isOptionOfDeclared(context[index + 1], context[index + 2])) continue;
        return { kind: "property", name: frame.key };
      case "assignment":
        return { kind: "assignment", name: frame.name };
      case "flag":
        return { kind: "flag", name: frame.name, command: frame.command };
      default:
        return null;
    }
  }
  return null;
}

/** By what a value of an enum or of a type around a string is made in Swift: `Model(rawValue: "x")`. */
const rawValue = "rawValue";

/** What makes a value of the type before it, in Rust and Ruby: `ModelId::new`, `ModelName::from`, `ModelId.new`. */
const making = /([A-Z]\w*)(?:::(?:new|from|from_static|from_str)|\.new)$/;

/**
 * What the only or first argument of a call is, where the function's name says it: `.withModel("x")`, `.modelName("x")`, `SetModel("x")`,
 * `ModelId("x")`, `ModelId::new("x")`, Rust's `.with_default_prompt_model("x")`. The name is that without its verb.
 */
function givenBy(callee: string): Binding | null {
  const match =
    /(?:^|[.:>])(?:(?:with|With|set|Set|use|Use)?_?([A-Za-z]*(?:[Mm]odel|[Mm]odelName|[Mm]odelI[dD]|[Mm]odel_name|[Mm]odel_id|[Dd]eploymentName))|(?:with_|set_|use_)?(default_(?:[a-z]{1,20}_)?model)|(?:with|set|use)_((?!for_)[a-z]{1,20}_model))$/.exec(
      making.exec(callee)?.[1] ?? callee,
    );
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  return name === undefined ? null : { kind: "argument", name, callee };
}

/** A server's resource of .NET Aspire, by its variable's name or as the call before: `builder.AddOllama("ollama").AddModel(...)`. */
const adding = /^(?:\w*(?:ollama|openai|foundry|llm)\w*\.)?add(?:Model|Deployment)$|(?:^|\.)addNamedModel$/i;

/** The second argument where an application's host adds a model under a name of its own: `ollama.AddModel("chat", "llama3.1")`. */
function addedBy(callee: string): Binding | null {
  return adding.test(callee) ? { kind: "argument", name: "model", callee } : null;
}

/** Records that are models by their name, whatever of a model they hold. */
const recordOfModel =
  /(?:^|[.:>])\w*(?:LLM|Llm|LLModel|AIModel|AiModel|(?:Chat|Language|Embeddings?|Media|Remote)Model)(?:Info|Card|Spec|Config|Definition|Descriptor|Entry|Option)?$/;

/** Records that say what a model is; a `CustomModel` alone may be one of anything. */
const definition = /(?:^|[.:>])\w*CustomModel(?:Info|Card|Spec|Config|Definition|Descriptor|Entry|Option)$/;

/** The `id` or `name` of a record that describes a model: `LLModel(id = "...")`, `ChatModelInfo(name: "...")`. */
function isNameOfModel(keyword: string, callee: string): boolean {
  return /^(?:id|name|Id|Name)$/.test(keyword) && (recordOfModel.test(callee) || definition.test(callee));
}

/**
 * Whether the frame is a function that makes a type, a flag or a column of an object in which its default stands:
 * `model: Type.String({ default: "x" })`, `static model = Flags.string({ default: "x" })`.
 */
function isDefaultOption(inner: Frame | undefined, frame: Frame): boolean {
  return inner?.kind === "property" && inner.key === "default" && frame.kind === "argument" && frame.position === 0;
}

/** Whether what the function makes of its default is given to a key or variable. */
function isOptionOfDeclared(made: Frame | undefined, declared: Frame | undefined): boolean {
  return made?.kind === "argument" && made.position === 0 && (declared?.kind === "property" || declared?.kind === "assignment");
}

/** Functions of Valibot that make a value one that may be missing: the schema, and what stands in for it. */
const optional = /^(?:v(?:alibot)?\.)?(?:optional|nullish|nullable|undefinedable|exactOptional|fallback)$/;

/** Calls that declare a field or an option and state its default: what is bound is what is declared, further out. */
const declaring =
  /(?:^|\.)(?:Field|field|default|Option|Argument|Query|Form|Param|StringField|add_argument|option|argument|mapped_column|Column|attrib|ib)$/;

/** Whether a call that declares a flag states its default behind the flag's name: `new Option<string>("--model", () => "x")`. */
function isDefaultOfFlag(context: readonly Frame[], index: number): boolean {
  const frame = context[index];
  return frame?.kind === "argument" && frame.position === 1 && context[index + 1]?.kind === "flag" && declaring.test(frame.callee);
}

/** Calls that make what holds a value of a component: the state of React, Vue, Svelte, Angular and Solid. */
const holding = /^(?:(?:React\.)?useState|ref|shallowRef|signal|input|createSignal|writable|\$state(?:\.raw)?|atom|observable)$/;

/** Elements of Streamlit that offer a choice behind their label, and give what is chosen. */
const choosing = /(?:^|\.)(?:selectbox|multiselect|radio|pills|segmented_control|select_slider)$/;

function isDeclaredDefault(callee: string, position: number | null, keyword: string | null): boolean {
  return (
    ((position === 1 || keyword === "options") && choosing.test(callee)) ||
    keyword === "default" ||
    keyword === "choices" ||
    keyword === "default_factory" ||
    // System.CommandLine
    keyword === "DefaultValueFactory" ||
    // Swift's and Dart's property wrappers and annotations
    keyword === "initialValue" ||
    keyword === "wrappedValue" ||
    (position === 0 && keyword === null && (declaring.test(callee) || holding.test(callee))) ||
    (position === 1 && keyword === null && optional.test(callee))
  );
}
