import type { Frame } from "../../frame.ts";
import { maximumNesting } from "../values.ts";
import { beginElement, rowContext, type SqlLevel, type SqlRows, sqlLevel } from "./levels.ts";
import { comparingCalls, optionLists, type SqlWordMeaning } from "./words.ts";

const closeParenthesis = 41;
const closeBracket = 93;
const closeBrace = 125;

/** What the next string is judged by. */
export type Before = "none" | "comparison" | "concatenation" | "prose" | "bind" | "other";

/** Tables, and columns beside the model's, by which a row says what a model costs or has cost: price lists, logs of use. */
const priced = /(?:^|_|[a-z])(?:[Pp]ric(?:e|es|ing)|[Cc]osts?)(?:$|_|[A-Z])/;

/** Statements that make rows of a table. */
const inserting: ReadonlySet<string> = new Set(["insert", "merge", "replace"]);

/** All that is known at a place of SQL: the statement, its clause, the brackets that are open, and the columns that rows have values for. */
export class SqlStatements {
  readonly stack: SqlLevel[] = [sqlLevel("statement", "")];
  /** brackets that are open beyond the depth that is followed */
  private beyond = 0;
  before: Before = "none";
  /** the statement's first word, where that says what is done */
  statement = "";
  /** the last key word, where no name stands behind it */
  word = "";
  /** the last key word since the element began */
  private clause = "";
  /** the first name of the statement: what a type, a domain or a function is called */
  subject: string | null = null;
  private isTableNext = false;
  private table = "";
  private columns: string[] = [];
  private row = 0;
  /** `VALUES` has begun */
  private hasRows = false;
  /** the list of a `SELECT` stands for a row of values */
  private selects = false;
  isPriced = false;
  /** the function whose body is read */
  functionName: string | null = null;
  /** the language of a body that is told before it; `?` where its name comes next */
  language = "";
  /** the type that the next string is added to */
  private member: string | null = null;
  /** the key of the pair whose value comes next */
  pairKey: string | null = null;

  get top(): SqlLevel {
    return this.stack[this.stack.length - 1] ?? sqlLevel("statement", "");
  }

  get rows(): SqlRows {
    return { table: this.table, columns: this.columns, row: this.row };
  }

  /** A name with all its parts, without quotes. */
  name(name: string): void {
    const { top } = this;
    this.before = "other";
    if (this.isTableNext) {
      this.isTableNext = false;
      this.table = name.slice(name.lastIndexOf(".") + 1);
      this.isPriced = priced.test(this.table);
    }
    this.subject ??= name;
    if (top.kind === "columns") {
      this.columns[top.index] = name;
      this.isPriced ||= priced.test(name);
      return;
    }
    top.first ??= name;
    top.last = name;
    if (name.startsWith("@")) top.variable = name;
    if (top.kind === "call" && top.index === 0) top.previous = name;
    this.word = "";
    if (this.language === "?") this.language = name.toLowerCase();
  }

  /** A number, or what else is a value and no string. */
  value(): void {
    this.before = "other";
    this.word = ")";
  }

  /** `:=` or `=>` */
  assign(): void {
    const { top } = this;
    this.before = "other";
    if (top.kind === "call") top.key = top.last;
    else top.target = top.first;
  }

  /** `=`, which compares or gives a value, by the clause. */
  equals(): void {
    const { top } = this;
    // `model = 'x';` in a body
    const isStatement =
      top.kind === "statement" && this.statement === "" && this.clause === "" && top.first !== null && top.first === top.last;
    this.before = "other";
    if (isStatement) top.target = top.first;
    else if (!top.assigns) this.before = "comparison";
    else if (top.isOptions) top.key = top.last;
    else top.target = top.variable ?? (top.kind === "call" ? top.first : top.last);
  }

  /** A word in small letters that means something to SQL. */
  keyWord(word: string, meaning: SqlWordMeaning): void {
    const { top, before } = this;
    // `= ANY (ARRAY[...])`
    this.before = before === "comparison" && quantifiers.has(word) ? before : "other";
    switch (meaning) {
      case "comparison":
        this.before = "comparison";
        if (word === "when") top.assigns = false;
        break;
      case "condition":
        // `ADD VALUE IF NOT EXISTS`
        if (word === "if" && this.statement !== "") break;
        // what an index or a service is made of
        if (word === "on" && top.clauseAssigns) break;
        if (top.kind === "statement") {
          top.target = null;
          top.clauseAssigns = false;
        }
        top.assigns = false;
        if (word === "select") {
          top.index = 0;
          this.selects = this.statement === "insert" && this.columns.length > 0;
        }
        break;
      case "assignment": {
        const subject = top.first ?? top.subject;
        if (word === "update" && this.stack.length === 1 && this.statement === "") this.isTableNext = true;
        beginElement(top);
        top.subject = subject;
        top.clauseAssigns = true;
        top.assigns = true;
        break;
      }
      case "default":
        if (this.word !== "on") top.target = top.first ?? top.subject;
        break;
      case "element": {
        const { target } = top;
        beginElement(top);
        top.target = target;
        break;
      }
      case "statement":
        if (this.stack.length === 1 && this.word !== "or" && this.word !== "for") this.begin(word);
        break;
      case "prose":
        this.before = "prose";
        break;
      case "plain":
        this.readPlainWord(word);
    }
    this.clause = meaning === "element" ? "" : word;
    this.word = word;
  }

  private readPlainWord(word: string): void {
    const { top } = this;
    switch (word) {
      case "into":
      case "table":
        this.isTableNext = inserting.has(this.statement);
        break;
      case "values":
        this.hasRows = true;
        break;
      case "value":
        // `ALTER TYPE t ADD VALUE 'x'`
        if (this.statement === "alter") this.member = this.subject;
        // what the check of a domain is about
        if (top.isCheck) this.name(word);
        break;
      case "from":
      case "order":
      case "group":
      case "limit":
        this.selects = false;
        if (top.kind === "statement") top.target = null;
        break;
      case "to":
        if (top.assigns && this.stack.length === 1) top.target = top.last;
        break;
      case "returning":
      case "returns":
        top.target = null;
        break;
      case "language":
        this.language = "?";
        break;
    }
  }

  private begin(word: string): void {
    const { top } = this;
    beginElement(top);
    top.index = 0;
    top.clauseAssigns = word === "create" || word === "alter" || word === "exec" || word === "execute" || word === "call";
    top.assigns = top.clauseAssigns;
    this.statement = word;
    this.clause = word;
    this.subject = null;
    this.isTableNext = false;
    this.table = "";
    this.columns = [];
    this.row = 0;
    this.hasRows = false;
    this.selects = false;
    this.isPriced = false;
  }

  /** `;`, and where the body of a function begins or ends. */
  end(): void {
    this.stack.length = 1;
    this.beyond = 0;
    this.before = "none";
    this.word = "";
    this.begin("");
  }

  /** `,` */
  endElement(): void {
    const { top } = this;
    const { kind } = top;
    beginElement(top);
    top.index++;
    if (kind === "statement" && this.hasRows) this.row++;
    this.before = "none";
    this.word = "";
  }

  private open(at: SqlLevel): void {
    if (this.stack.length > maximumNesting) this.beyond++;
    else this.stack.push(at);
    this.before = "none";
  }

  /** `(`, by the word or name before it. */
  openParenthesis(): void {
    const { top, word } = this;
    if (this.stack.length > maximumNesting) {
      this.beyond++;
      return;
    }
    const isName = this.isBehindName();
    const isCheck = top.isCheck || word === "check";
    const { isCompared } = top;
    if (top.kind === "statement" && this.opensColumns(isName)) this.open(sqlLevel("columns", ""));
    else if (top.kind === "statement" && this.hasRows && !isName) this.open(sqlLevel("row", ""));
    else if (top.kind === "choices") this.open(sqlLevel("choices", top.name));
    else if (word === "enum") this.open(sqlLevel("choices", top.first ?? this.subject ?? ""));
    else if (this.before === "comparison" && isCheck && top.last !== null) {
      this.open(sqlLevel("choices", checkedName(top.last, this.subject)));
    } else if (isName && top.last !== null) this.openCall(top.last.toLowerCase(), isCheck);
    else if (word === "with") this.openOptions(word);
    else this.open(sqlLevel("group", "", { isCheck, isCompared: isCompared || this.before === "comparison" }));
  }

  private opensColumns(isName: boolean): boolean {
    if (!inserting.has(this.statement) || this.hasRows || this.selects) return false;
    return this.word === "insert" || (isName && this.table !== "" && this.columns.length === 0);
  }

  private openCall(name: string, isCheck: boolean): void {
    const last = name.slice(name.lastIndexOf(".") + 1);
    if (optionLists.has(last)) {
      this.openOptions(last);
      return;
    }
    // columns of a table, parameters of a function
    const assigns = this.top.assigns && (this.statement === "create" || this.statement === "alter");
    this.open(sqlLevel("call", name, { isCheck, assigns, isCompared: comparingCalls.has(last) }));
  }

  /** `OPTIONS (...)`, `WITH (...)`: those of a remote model are called so, `model.options`. */
  private openOptions(name: string): void {
    const isOfModel = this.statement === "create" && this.subject?.toLowerCase() === "model";
    this.open(sqlLevel("call", isOfModel ? `model.${name}` : name, { isOptions: true, assigns: true }));
  }

  /** Whether the last token was a name and no key word. */
  private isBehindName(): boolean {
    const { top } = this;
    return this.word === "" && top.last !== null && this.before === "other";
  }

  /** `[` of a list. */
  openList(): void {
    const { top } = this;
    if (top.kind === "choices") this.open(sqlLevel("choices", top.name));
    else if (this.before === "comparison" && top.isCheck && top.last !== null) {
      this.open(sqlLevel("choices", checkedName(top.last, this.subject)));
    } else this.open(sqlLevel("list", "", { isCompared: top.isCompared || this.before === "comparison" }));
  }

  /** `{` of an object. */
  openObject(): void {
    this.open(sqlLevel("object", ""));
  }

  /** The bracket of the code `unit`. */
  close(unit: number): void {
    if (this.beyond > 0) {
      this.beyond--;
      return;
    }
    const { top } = this;
    const { last } = top;
    const opened = top.kind === "list" ? closeBracket : top.kind === "object" ? closeBrace : closeParenthesis;
    if (this.stack.length > 1 && (opened === unit || top.kind === "choices")) this.stack.pop();
    // `CHECK ((model)::text = ANY (...))`
    if (top.kind === "group" && top.isCheck) this.top.last ??= last;
    this.value();
  }

  /**
   * What surrounds the value where more than the open brackets tells it; null elsewhere.
   * @param alias finds the name that the value is given behind it: `'x' AS model`
   */
  ownFrames(alias: () => string | null): readonly Frame[] | null {
    const { top, member, functionName } = this;
    if (top.kind !== "statement" && top.kind !== "group") return null;
    if (member !== null) {
      this.member = null;
      return [
        { kind: "declaration", of: "enum", name: member },
        { kind: "assignment", name: member },
      ];
    }
    if (this.word === "return" && functionName !== null) return [{ kind: "assignment", name: functionName }];
    if (top.target !== null) return null;
    if (this.selects && top.kind === "statement") return rowContext(this.rows, top.index);
    const name = alias();
    return name === null ? null : [{ kind: "assignment", name }];
  }
}

/** What may stand between a comparison and the list that is compared. */
const quantifiers: ReadonlySet<string> = new Set(["all", "any", "array", "not", "some"]);

/** What a check is about: a domain's is about the domain. */
function checkedName(last: string, subject: string | null): string {
  return last.toLowerCase() === "value" ? (subject ?? last) : last;
}
