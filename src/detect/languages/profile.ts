/**
 * What the scanner has to know of a programming language, as data. Adding a language is one file with one profile; what
 * the language does not have is left out. Everything here says how things look, nothing says what is a model.
 */
export interface LanguageProfile extends Lexis, Statements, Brackets, Calls, Declarations, KnownNames {}

/** What the smallest parts of a text look like: comments, strings, names, words and operators. */
interface Lexis {
  /** comments to the end of the line */
  readonly lineComments: readonly string[];
  readonly blockComments: readonly BlockComment[];
  /** what begins like a comment and is none: `#[` in PHP */
  readonly notComments?: readonly string[];
  /** where several open alike, the longest wins */
  readonly strings: readonly StringKind[];
  /** two literals side by side are one string */
  readonly adjacentStrings: boolean;
  /** the mark of a text that begins on the next line, as a sticky pattern; its first or second group is the line that ends it */
  readonly heredoc?: RegExp;
  /** `/.../` where no value stands before it */
  readonly regularExpressions: boolean;
  /** JSX: `<Name key="value">text</Name>` where no value stands before it */
  readonly markup: boolean;
  /** code stands behind these marks only, which all begin with `mark`; the operator `leave` ends it */
  readonly island?: { readonly mark: string; readonly open: readonly string[] };
  /** characters of names beyond ASCII letters, digits, `_` and everything outside ASCII */
  readonly nameCharacters: string;
  /** characters that may end a name: `empty?` */
  readonly nameSuffixes?: string;
  /** `:name` is a symbol */
  readonly symbols?: true;
  readonly operators: Readonly<Record<string, OperatorMeaning>>;
  readonly words: Readonly<Record<string, readonly WordMeaning[]>>;
}

/** Where statements and blocks begin and end, and what of them is a value. */
interface Statements {
  /** `newline`: the line ends a statement (Python); `semicolon`; `either`: the line ends it where it can (JavaScript, Kotlin) */
  readonly statementEnd: "newline" | "semicolon" | "either";
  /** characters with which a line begins a statement, though an expression could go on with them */
  readonly statementStarts?: string;
  /** braces at the beginning of a statement hold a value: blocks stand behind a call */
  readonly statementObjects?: true;
  /** `{` may open a block: it is told from an object by what stands before it. False: braces are always values; `always`: never */
  readonly braceBlocks: boolean | "always";
  /** a block ends before a line that is indented no further than its head */
  readonly indentedBlocks?: true;
  /** blocks between words, which may stand inside of any bracket */
  readonly wordBlocks?: WordBlocks;
  /** the words that end a block or branch, where braces do not: `end` */
  readonly blockEnds?: readonly string[];
  /** words that begin the next branch, and so end what the branch before them gives */
  readonly branchWords?: readonly string[];
  /** the last expression of a block, function or branch is its value */
  readonly blockValues?: true;
  /** `{` where a value is expected opens a block (a lambda); absent: an object */
  readonly braceValues?: "block";
  /** `return a, b` gives several values, of which the function is named for the first */
  readonly multipleReturns?: true;
}

/** What brackets hold that stand for a value: objects, lists, tuples, pairs. */
interface Brackets {
  /** braces are tables, `{ key = value, ["key"] = value }`, and behind a name its only argument: `f { key = value }` */
  readonly tables?: true;
  /** braces that hold a key and its value: `nested` in others, `{{"key", "value"}, ...}`; `tagged` by a symbol, `{:key, "value"}` */
  readonly bracePairs?: "nested" | "tagged";
  /**
   * Braces behind a type hold its values: `array`: behind `]` (Java); `construction`: in an expression with a word that constructs
   * (C# `new X { A = "x" }`); `adjacent`: without a blank between (Go `X{A: "x"}`)
   */
  readonly braceLiterals?: "array" | "construction" | "adjacent";
  /** objects are `@{ key = value }`, lists `@(...)` */
  readonly atLiterals?: true;
  /** `["key": value]` */
  readonly squareKeys?: true;
  /** what is side by side is parted by blanks alone: the elements of `[ "a" "b" ]`, a function and its arguments in `f (x) [ y ]` */
  readonly spacedLists?: true;
  /** in brackets a semicolon parts elements as a comma does */
  readonly semicolonElements?: true;
  /** types behind which square brackets hold a list: `String["a", "b"]` */
  readonly typedLists?: readonly string[];
  /** `(a, b)` is a value */
  readonly tuples: boolean;
  /** the elements of a tuple may have names: `(id: "x", name: "y")` */
  readonly labelledTuples?: true;
}

/** What a call looks like, and what its arguments do. */
interface Calls {
  /** the mark between the name and the value of a named argument: `f(model="x")`; null where arguments have no names */
  readonly namedArguments: "=" | ":" | "either" | null;
  /** `name "x", key: "y"` is a call without parentheses; `quoted`: only before a string or a key, as `Type name` declares a variable */
  readonly commandCalls?: true | "quoted";
  /** a word that begins with a dash names the argument behind it, and values need no quotes: `Get-Item -Model gpt-4o` */
  readonly dashArguments?: true;
  /** a string behind a name is its only argument: `f "x"`; `adjacent`: with nothing between, and nothing in it is filled in (`hgf"x"`) */
  readonly stringCalls?: "spaced" | "adjacent";
  /** `Name { key: value }` makes a value of a type: the mark between key and value. Absent: a brace after a name opens a block */
  readonly typedBraces?: ":" | "=";
  /** what stands before this operator is the first argument of the call behind it: `|>` */
  readonly pipe?: string;
  /** calls whose block gives the value of what their first argument names: `let(:model) { "x" }` */
  readonly namedBlocks?: readonly string[];
  /** last part of the name of functions that give what their block gives, in place of what they are a method of or look up: `model.ifBlank { "x" }` */
  readonly valueBlocks?: readonly string[];
  /** the function that gives the elements of a list with their numbers: `for i, x in enumerate(...)` */
  readonly counting?: string;
  /** what makes a loop of the list before it, as a sticky pattern; the first group is what the loop calls an element: `.each do |model|` */
  readonly listLoops?: RegExp;
  /** `.name("x")` where a value is expected makes one of the type that is asked for: `model: .custom("x")` */
  readonly implicitMembers?: true;
}

/** How variables, functions, types and their members are declared. */
interface Declarations {
  /** `Type name("x")` gives a value to a new variable */
  readonly declarators?: true;
  /** functions are declared with a word (`fun`, `func`, `def`): a name with parentheses in the body of a class is a call */
  readonly declaredFunctions?: true;
  /** a function may be declared by a type and a name in any block: `String f() {}` (C#, Dart) */
  readonly typedFunctions?: true;
  /** `name => value` and `f() => value` define a member */
  readonly arrowBodies?: true;
  /** `f(x) = value` defines a function */
  readonly callDefinitions?: true;
  /** parentheses between the word and the name of a function hold what it belongs to: `func (c *Client) f()` */
  readonly receivers?: true;
  /** the method with a receiver that says how a value of its type is written, so that what it gives is called as the type is: `String` */
  readonly textMethod?: string;
  /** `name: type` declares a type; a string in it is a member of a union (`literals`) or the name of a type (`names`) */
  readonly annotations: "literals" | "names" | null;
  /** the mark between a name and its type, where a colon alone is none: `model::String` */
  readonly typeMark?: string;
  /** a type stands right behind the name it belongs to: `var model string = "x"` (Go) */
  readonly typeAfterName?: true;
  /** `T?` is a type; the question mark of a condition has a blank before it */
  readonly nullableTypes?: true;
  /** the brackets that hold types between a function's name and its arguments: `f<T>(x)`, `f[T](x)` */
  readonly typeArguments: "<" | "[" | false;
  /** `Name["a", "b"]` declares a set of strings where `Name` is one of these */
  readonly literalTypes: readonly string[];
  /** a class with a base whose name ends so declares a set: its members are the constants in its body */
  readonly enumBases: readonly string[];
  /** members of an enum begin with the word `case` */
  readonly enumCases?: true;
  /** the word between a property and what keeps its value: `var model by mutableStateOf("x")` */
  readonly delegation?: string;
  /** a string behind a field's type holds what libraries are told of the field: `Model string \`envDefault:"x"\`` */
  readonly fieldTags?: true;
  /** `@name value` gives a value to an attribute of the module */
  readonly moduleAttributes?: true;
  /** literals among parameters and to the left of an assignment are patterns */
  readonly patterns?: true;
}

/** What a function or variable is for, by its name, where the language and its libraries have settled that. */
interface KnownNames {
  /** objects that hold the environment: `process.env.MODEL` looks up `MODEL` */
  readonly environments: readonly string[];
  /** functions that take a default for what they look up */
  readonly lookups: readonly Lookup[];
  /** functions that store values under keys, by their dotted name (its last parts count): `map.put("key", "value")` */
  readonly entries?: readonly string[];
  /** last part of the name of functions that declare an argument by the word that is their first: `add_argument("model", default="x")` */
  readonly argumentDeclarations?: readonly string[];
  /** last part of the name of functions that run a test for each element of a list: `parametrize("model", ["x", "y"])` */
  readonly parametrized?: readonly string[];
  /** last part of the name of functions that compare or assert: their arguments select nothing */
  readonly comparisons: readonly string[];
  /** methods of a literal that give the same text: `"x".to_string()`. After any other method the text is not known */
  readonly conversions: readonly string[];
  /** functions that give their only argument as it is: `Some("x")` */
  readonly wrappers?: readonly string[];
  /** methods that give what they are called on, or what is in it: `x.model.as_deref()` */
  readonly passing?: readonly string[];
  /** functions that make a list of their arguments, or an object of those with a name: `c("a", "b")` */
  readonly listCalls?: readonly string[];
  /** functions whose first argument is the name of a module */
  readonly importCalls: readonly string[];
  /** the module may be named without quotes: `library(ellmer)` */
  readonly bareImports?: true;
  /** strings may be read as configuration: `${key:default}`, `some.key=value` (Spring, MicroProfile) */
  readonly configurationStrings?: true;
}

/** A comment that ends at a mark of its own. */
export interface BlockComment {
  readonly open: string;
  readonly close: string;
  /** a comment inside of it is closed on its own */
  readonly nested?: true;
  /** where the opening mark holds a delimiter that the closing one repeats, as in {@link StringKind.opening}; else no comment begins there */
  readonly opening?: RegExp;
}

/** Words between which statements stand, all of them words of the profile as well. */
export interface WordBlocks {
  /** they open a function; its name may follow */
  readonly functions: readonly string[];
  /** they open a block of statements */
  readonly opens: readonly string[];
  /** they end a branch of the block, or its condition, and begin the next */
  readonly branches: readonly string[];
  readonly closes: readonly string[];
  /** a function's name follows, and its body behind one of `opens`: `def name(x) do`, `def name(x), do: "y"` */
  readonly declares?: readonly string[];
}

/** One way to write a string. */
export interface StringKind {
  readonly open: string;
  readonly close: string;
  /** letters that may stand right before it, in lower case: `rb`; absent: none */
  readonly prefixes?: readonly string[];
  /** `backslash`: escapes; `raw`: a backslash stays as it is but still protects a quote; `doubled`: a quote is written twice; `backtick`: that, or a backtick before it; `none`: it means nothing */
  readonly escapes: "backslash" | "raw" | "doubled" | "backtick" | "none";
  readonly multiLine: boolean;
  /**
   * where the opening mark holds a delimiter that the closing one repeats: the whole mark as a sticky pattern, `$1` in
   * `close` stands for the delimiter. `open` is then its beginning only
   */
  readonly opening?: RegExp;
  /** characters behind which the closing mark is no end but stands before what it escapes: `'''`, `''$` (Nix) */
  readonly closeEscapes?: string;
  /** it holds one character: what is no such literal is no string either (`'a` is a lifetime) */
  readonly character?: true;
  /** each word in it is a string of its own: `%w[a b]` */
  readonly words?: true;
  /** brackets like those around it may stand inside, in pairs: `%q(a (b))` */
  readonly balanced?: true;
  /** it holds bytes and no text: never a name */
  readonly bytes?: true;
  readonly interpolation?: Interpolation;
}

/** Code inside a string. */
export interface Interpolation {
  readonly open: string;
  /** the mark written twice stands for itself */
  readonly doubled: boolean;
  /** a mark that fills in the name right behind it: `$name` */
  readonly bare?: string;
  /** a colon behind the expression begins a text that says how to write its value: `{price:#.2f}` */
  readonly format?: true;
}

/**
 * A function that looks something up: dotted name (its last parts count), positions of key and default, keyword of the default.
 * `receiver`: it is a method of what may be missing, as in `env::var("M").unwrap_or("x")`. `declared`: it is an attribute or annotation that
 * states the default of what is declared behind it: `[DefaultValue("x")] public string Model`.
 */
export interface Lookup {
  readonly callee: string;
  readonly key: number | "receiver" | "declared";
  readonly fallback: number | null;
  readonly keyword?: string;
  /** where several keywords are the default's */
  readonly keywords?: readonly string[];
  /** only where nothing with a name stands before it: `cmd.Flags().String(...)` is no `slog.String(...)` */
  readonly alone?: true;
  /** with one argument only, that is the default: `option.getOrElse("x")` */
  readonly single?: true;
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
  /** a part of the literal behind it: `%{key: value}` */
  | "mark"
  | "decorator"
  /** the name before it is that of a macro, whose brackets hold values: `vec!["a"]` */
  | "macro"
  /** parameters of a closure stand around it: a brace after it opens a block */
  | "closure"
  /** begins a line for the preprocessor: `#define` */
  | "directive"
  /** ends a stretch of code, see {@link LanguageProfile.island} */
  | "leave"
  /** at the beginning of a line: a comment up to a line that begins with `=end` */
  | "comment"
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
  /** the next brace opens its block, whatever stands before that: `if x {` */
  | "head"
  /** the next brace holds arms, of a pattern, an arrow and a value each */
  | "match"
  | "comparison"
  /** a comparison, unless it belongs to an `iteration`; where it is an `operator`, too, it stands in iterations only */
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
  /** what follows is what the function gives */
  | "return"
  /** stands between a key and its value: `"key" to "value"` */
  | "key"
  /** begins an expression that makes an object, whose braces may hold its values: `new` */
  | "construct"
  /** parentheses after it hold declarations: `const ( ... )` */
  | "declarations"
  /** `import "x"`, `import x from "x"`: the string is the module */
  | "import"
  | "import-source"
  /** `import a.b, c`: the dotted names are the modules */
  | "import-names"
  /** `from a.b import c`: the dotted name is the module */
  | "import-from";
