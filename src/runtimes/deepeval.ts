import { openai } from "./openai.ts";
import { calls, servedAt, text, through, words } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const metrics = words(
  "AnswerRelevancy Faithfulness ContextualPrecision ContextualRecall ContextualRelevancy Hallucination Bias Toxicity Summarization ToolCorrectness TaskCompletion PromptAlignment JsonCorrectness RoleAdherence KnowledgeRetention ConversationCompleteness ConversationRelevancy TurnRelevancy Misuse NonAdvice PIILeakage RoleViolation ArgumentCorrectness DAG",
)
  .map((name) => `${name}Metric`)
  .join(" ");

const own = { ...text, modules: ["deepeval"] } as const;

/** DeepEval: what judges, one of OpenAI's where it is a name and no object (https://deepeval.com/docs/metrics-llm-evals). */
export const deepeval: Runtime = through(openai, {
  id: "deepeval",
  name: "DeepEval",
  modules: ["deepeval"],
  contexts: [...calls(`GEval ConversationalGEval ArenaGEval Synthesizer ${metrics}`, "model", own), ...calls("GPTModel", "0 model", own)],
  needs: servedAt("a LocalModel instead of the name, with the base_url"),
});
