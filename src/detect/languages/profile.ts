/**
 * What the scanner has to know of a programming language, as data. Adding a language is one file with one profile; what
 * the language does not have is left out. Everything here says how things look, nothing says what is a model.
 */
export interface LanguageProfile {
  /** comments to the end of the line */
  readonly lineComments: readonly string[];
  readonly blockComments: readonly { readonly open: string; readonly close: string }[];
  /** where several open alike, the longest wins */
  readonly strings: readonly StringKind[];
  /** characters of names beyond ASCII letters, digits, `_` and everything outside ASCII */
  readonly nameCharacters: string;
  readonly operators: Readonly<Record<string, OperatorMeaning>>;
  readonly words: Readonly<Record<string, readonly WordMeaning[]>>;
  /** `newline`: the line ends a statement (Python); `semicolon`; `either`: the line ends it where it can (JavaScript, Kotlin) */
  readonly statementEnd: "newline" | "semicolon" | "either";
  /** `{` may open a block: it is told from an object by what stands before it. False: braces are always values */
  readonly braceBlocks: boolean;
  /** the mark between the name and the value of a named argument: `f(model="x")`; null where arguments have no names */
  readonly namedArguments: "=" | ":" | null;
  /** `name: type` declares a type; a string in it is a member of a union (`literals`) or the name of a type (`names`) */
  readonly annotations: "literals" | "names" | null;
  /** `(a, b)` is a value */
  readonly tuples: boolean;
  /** two literals side by side are one string */
  readonly adjacentStrings: boolean;
  /** `/.../` where no value stands before it */
  readonly regularExpressions: boolean;
  /** JSX: `<Name key="value">text</Name>` where no value stands before it */
  readonly markup: boolean;
  /** `f<T>(x)` is a call of `f` */
  readonly typeArguments: boolean;
  /** `Name["a", "b"]` declares a set of strings where `Name` is one of these */
  readonly literalTypes: readonly string[];
  /** a class with a base whose name ends so declares a set: its members are the constants in its body */
  readonly enumBases: readonly string[];
  /** objects that hold the environment: `process.env.MODEL` looks up `MODEL` */
  readonly environments: readonly string[];
  /** functions that take a default for what they look up */
  readonly lookups: readonly Lookup[];
  /** last part of the name of functions that compare or assert: their arguments select nothing */
  readonly comparisons: readonly string[];
  /** methods of a literal that give the same text: `"x".to_string()`. After any other method the text is not known */
  readonly conversions: readonly string[];
  /** functions whose first argument is the name of a module */
  readonly importCalls: readonly string[];
}

/** One way to write a string. */
export interface StringKind {
  readonly open: string;
  readonly close: string;
  /** letters that may stand right before it, in lower case: `rb`; absent: none */
  readonly prefixes?: readonly string[];
  /** `backslash`: escapes; `raw`: a backslash stays as it is but still protects a quote; `none`: it means nothing */
  readonly escapes: "backslash" | "raw" | "none";
  readonly multiLine: boolean;
  /** it holds bytes and no text: never a name */
  readonly bytes?: true;
  /** code inside the string; `doubled`: the mark written twice stands for itself */
  readonly interpolation?: { readonly open: string; readonly doubled: boolean };
}

/** A function that looks something up: dotted name (its last parts count), positions of key and default, keyword of the default. */
export interface Lookup {
  readonly callee: string;
  readonly key: number;
  readonly fallback: number | null;
  readonly keyword?: string;
}

export type OperatorMeaning =
  /** joins parts of a name: `.`, `?.`, `::` */
  | "path"
  /** gives a value to a name; in calls it may name an argument */
  | "assign"
  /** gives a value to a name inside an expression: `:=` */
  | "bind"
  /** gives a value where there is none yet: `??=` */
  | "assign-fallback"
  | "comparison"
  | "fallback"
  /** builds a longer text: `+`, `%`, `+=` */
  | "concatenation"
  | "arrow"
  | "return-type"
  | "ternary"
  | "colon"
  /** stands between a key and its value: `=>` in PHP and Ruby */
  | "key"
  /** changes nothing of the value before it: `!`, `++` */
  | "suffix"
  | "decorator"
  | "less"
  | "greater";

export type WordMeaning =
  /** stands before an expression and is no name: `return`, `await`, `not` */
  | "operator"
  /** a name as well: a key word only where another word, a string or a bracket that is no call follows */
  | "contextual"
  /** begins a statement and stands in no expression: where it begins a line, what was open before it is broken */
  | "statement"
  /** begins a statement whose head ends with a colon */
  | "header"
  /** a brace after it opens a block: `else`, `try` */
  | "block"
  /** the parentheses after it hold a condition and no arguments */
  | "control"
  | "comparison"
  /** a comparison, unless it belongs to an `iteration` */
  | "membership"
  | "iteration"
  | "fallback"
  /** `a if c else b` */
  | "condition"
  | "otherwise"
  | "case"
  /** a line that begins with it goes on with the statement before: `extends` */
  | "continuation"
  /** what follows is a type: `as`, `satisfies` */
  | "cast"
  | "type-alias"
  | "function"
  | "class"
  | "interface"
  | "enum"
  | "lambda"
  /** `import "x"`, `import x from "x"`: the string is the module */
  | "import"
  | "import-source"
  /** `import a.b, c`: the dotted names are the modules */
  | "import-names"
  /** `from a.b import c`: the dotted name is the module */
  | "import-from";
