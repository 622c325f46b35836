// What is read at every character has one shape in all languages. What a profile leaves out would else give its objects shapes of their own, and a
// compiler that has met a property in many shapes looks it up by its name each time: where several languages are read, a pass took a quarter longer.

import type { BlockComment, Interpolation, LanguageProfile, StringKind } from "../languages/profile.ts";

/** The profile with a place for each property that it may have. */
export function shapedProfile(profile: LanguageProfile): LanguageProfile {
  return shaped(absentProfile, {
    ...profile,
    blockComments: profile.blockComments.map((comment) => shaped(absentComment, comment)),
    strings: profile.strings.map(shapedString),
  });
}

function shapedString(kind: StringKind): StringKind {
  const { interpolation } = kind;
  return shaped(absentString, interpolation === undefined ? kind : { ...kind, interpolation: shaped(absentInterpolation, interpolation) });
}

/** All properties of `Value`, in the order that gives the shape. */
type Absent<Value> = { readonly [Property in keyof Required<Value>]: undefined };

/** A property that is `undefined` says what an absent one does, as nobody asks what properties there are. */
function shaped<Value extends object>(absent: Absent<Value>, value: Value): Value {
  return { ...absent, ...value };
}

const absentInterpolation: Absent<Interpolation> = {
  open: undefined,
  doubled: undefined,
  bare: undefined,
  format: undefined,
};

const absentComment: Absent<BlockComment> = {
  open: undefined,
  close: undefined,
  nested: undefined,
  opening: undefined,
};

const absentString: Absent<StringKind> = {
  open: undefined,
  close: undefined,
  prefixes: undefined,
  escapes: undefined,
  multiLine: undefined,
  opening: undefined,
  closeEscapes: undefined,
  character: undefined,
  words: undefined,
  balanced: undefined,
  bytes: undefined,
  interpolation: undefined,
};

const absentProfile: Absent<LanguageProfile> = {
  lineComments: undefined,
  blockComments: undefined,
  notComments: undefined,
  strings: undefined,
  adjacentStrings: undefined,
  heredoc: undefined,
  regularExpressions: undefined,
  markup: undefined,
  island: undefined,
  nameCharacters: undefined,
  nameSuffixes: undefined,
  symbols: undefined,
  operators: undefined,
  words: undefined,
  statementEnd: undefined,
  statementStarts: undefined,
  statementObjects: undefined,
  braceBlocks: undefined,
  indentedBlocks: undefined,
  wordBlocks: undefined,
  blockEnds: undefined,
  branchWords: undefined,
  blockValues: undefined,
  braceValues: undefined,
  multipleReturns: undefined,
  tables: undefined,
  bracePairs: undefined,
  braceLiterals: undefined,
  atLiterals: undefined,
  squareKeys: undefined,
  spacedLists: undefined,
  semicolonElements: undefined,
  typedLists: undefined,
  tuples: undefined,
  labelledTuples: undefined,
  namedArguments: undefined,
  commandCalls: undefined,
  dashArguments: undefined,
  stringCalls: undefined,
  typedBraces: undefined,
  pipe: undefined,
  namedBlocks: undefined,
  valueBlocks: undefined,
  counting: undefined,
  listLoops: undefined,
  implicitMembers: undefined,
  declarators: undefined,
  declaredFunctions: undefined,
  typedFunctions: undefined,
  arrowBodies: undefined,
  callDefinitions: undefined,
  receivers: undefined,
  textMethod: undefined,
  annotations: undefined,
  typeMark: undefined,
  typeAfterName: undefined,
  nullableTypes: undefined,
  typeArguments: undefined,
  literalTypes: undefined,
  enumBases: undefined,
  enumCases: undefined,
  delegation: undefined,
  fieldTags: undefined,
  moduleAttributes: undefined,
  patterns: undefined,
  environments: undefined,
  lookups: undefined,
  entries: undefined,
  argumentDeclarations: undefined,
  parametrized: undefined,
  comparisons: undefined,
  conversions: undefined,
  wrappers: undefined,
  passing: undefined,
  listCalls: undefined,
  importCalls: undefined,
  bareImports: undefined,
  configurationStrings: undefined,
};
