import assert from "node:assert/strict";
import { sql } from "../../../src/detect/formats/sql.ts";
import { assertMarked, inContext } from "../candidates.ts";

describe("SQL", () => {
  it("gives the arguments of functions by position and by name, whatever case the function is written in", () => {
    const candidates = assertMarked(
      sql,
      `SELECT ai.openai_embed('«text-embedding-3-small»', 'what''s up') FROM t;
SELECT ai.create_vectorizer('«blog»'::regclass, embedding => ai.embedding_openai('«a-1»', 768));
select SNOWFLAKE.CORTEX.COMPLETE('«mistral-large»', content), AI_COMPLETE(model => '«b-2»', prompt := 'say it');
SELECT ai_query("«databricks-dbrx-instruct»", "text column", "Text") FROM r ORDER BY e <=> ollama_embed('«c-3»', q);
CREATE MODEL \`p.d.m\` REMOTE WITH CONNECTION \`p.us.c\` OPTIONS (ENDPOINT = '«gemini-2.0-flash»', n = 3);
CREATE EXTERNAL MODEL m WITH (LOCATION = 'https://x.openai.azure.com/', MODEL_TYPE = EMBEDDINGS, MODEL = '«d-4»');
CREATE TABLE t (a int) WITH (fillfactor = 70, note = '«e-5»');
`,
    );
    assert.deepEqual(inContext(candidates), [
      "text-embedding-3-small: argument ai.openai_embed 0",
      "blog: argument ai.create_vectorizer 0",
      "a-1: argument ai.embedding_openai 0 < argument ai.create_vectorizer embedding",
      "mistral-large: argument snowflake.cortex.complete 0",
      "b-2: argument ai_complete model",
      "databricks-dbrx-instruct: argument ai_query 0",
      "c-3: argument ollama_embed 0",
      "gemini-2.0-flash: argument model.options ENDPOINT",
      "d-4: argument model.with MODEL",
      "e-5: argument with note",
    ]);
  });

  it("names the default of a column, a parameter and a variable", () => {
    const candidates = assertMarked(
      sql,
      `CREATE TABLE "public"."bots" (
  id serial PRIMARY KEY,
  "chatModel" varchar(50) NOT NULL DEFAULT '«a-1»'::varchar, -- 'gpt-4'
  models text[] DEFAULT ARRAY['«b-2»', '«c-3»'],
  settings jsonb DEFAULT '{"model": "«d-4»"}'
);
ALTER TABLE public.bots ALTER COLUMN model SET DEFAULT '«e-5»';
ALTER TABLE bots ADD COLUMN IF NOT EXISTS other_model text DEFAULT '«f-6»' NOT NULL;
CREATE PROCEDURE ask @model NVARCHAR(50) = '«g-7»', @n INT = 3 AS
DECLARE @other NVARCHAR(50) = N'«h-8»';
SET @other = '«i-9»';
EXEC dbo.ask @model = '«j-10»';
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: assignment chatModel",
      "b-2: item 0 < assignment models",
      "c-3: item 1 after b-2 < assignment models",
      "d-4: property model < assignment settings",
      "e-5: assignment model",
      "f-6: assignment other_model",
      "g-7: assignment @model",
      "h-8: assignment @other",
      "i-9: assignment @other",
      "j-10: assignment @model",
    ]);
  });

  it("takes enums and what a check allows as choices", () => {
    const candidates = assertMarked(
      sql,
      `CREATE TYPE model_name AS ENUM ('«a-1»', '«b-2»');
ALTER TYPE model_name ADD VALUE IF NOT EXISTS '«c-3»' BEFORE 'b-2';
CREATE DOMAIN chat_model AS text CHECK (VALUE IN ('«d-4»'));
CREATE TABLE t (
  model text CHECK (model IN ('«e-5»')),
  kind ENUM('«f-6»') DEFAULT '«f-6»',
  CONSTRAINT c CHECK (((model)::text = ANY ((ARRAY['«g-7»'::character varying, '«h-8»'::text])::text[]))),
  CHECK (model <> 'i-9')
);
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: item 0 < declaration enum < assignment model_name",
      "b-2: item 1 after a-1 < declaration enum < assignment model_name",
      "c-3: declaration enum < assignment model_name",
      "d-4: item 0 < declaration enum < assignment chat_model",
      "e-5: item 0 < declaration enum < assignment model",
      "f-6: item 0 < declaration enum < assignment kind",
      "f-6: assignment kind",
      "g-7: item 0 < declaration enum < assignment model",
      "h-8: item 1 after g-7 < declaration enum < assignment model",
    ]);
  });

  it("gives the values of rows to their columns, as records of a list that is called as the table", () => {
    const candidates = assertMarked(
      sql,
      `INSERT INTO public.bots (name, "model", settings) VALUES
  ('«helper»', '«a-1»', '{"model": "«b-2»"}'),
  (NULL, '«c-3»', lower('«d-4»'));
INSERT INTO [dbo].[Bots] ([Name], [Model]) VALUES (N'An assistant', N'«e-5»');
INSERT INTO cfg (k, model) SELECT '«k-1»', '«f-6»' FROM x WHERE y = 'g-7';
INSERT INTO \`bots\` VALUES (1, 'it\\'s', '«h-8»');
INSERT INTO llm_models (model_id, provider) VALUES ('«i-9»', '«mistral»');
`,
    );
    assert.deepEqual(inContext(candidates), [
      "helper: property name < item 0 < assignment bots",
      "a-1: property model < item 0 < assignment bots",
      "b-2: property model < property settings < item 0 < assignment bots",
      "c-3: property model < item 1 < assignment bots",
      "d-4: property settings < item 1 < assignment bots",
      "e-5: property Model < item 0 < assignment Bots",
      "k-1: property k < item 0 < assignment cfg",
      "f-6: property model < item 0 < assignment cfg",
      "h-8: item 2 < item 0",
      "i-9: property model_id < declaration enum < item 0 < assignment llm_models",
      "mistral: property provider < item 0 < assignment llm_models",
    ]);
  });

  it("tells a value that is set from one that is compared", () => {
    const candidates = assertMarked(
      sql,
      `UPDATE bots SET name = '«x-1»', model = CASE WHEN tier = 'pro' THEN '«a-1»' ELSE '«b-2»' END, n = 3
WHERE model = 'gpt-4' AND model IN ('gpt-4', 'gpt-5') OR model LIKE 'gpt-4' OR 'gpt-4' = model OR replace(model, 'gpt-4', '') <> 'x-1';
SELECT CASE model WHEN 'gpt-4' THEN '«c-3»' END, COALESCE(model, '«d-4»'), coalesce(cfg->>'model', '«e-5»'), '«f-6»'::text AS model FROM t;
SET ai.model TO '«g-7»';
INSERT INTO t (model) VALUES ('«h-8»') ON DUPLICATE KEY UPDATE model = '«i-9»';
CREATE CORTEX SEARCH SERVICE s ON c EMBEDDING_MODEL = '«j-10»' AS (SELECT 1);
SELECT {'model': '«k-11»'}, OBJECT_CONSTRUCT('model', '«l-12»', 'role', 'a user');
`,
    );
    assert.deepEqual(inContext(candidates), [
      "x-1: assignment name",
      "a-1: assignment model",
      "b-2: assignment model",
      "c-3: ",
      "d-4: fallback model",
      "e-5: fallback model",
      "f-6: assignment model",
      "g-7: assignment ai.model",
      "h-8: property model < item 0 < assignment t",
      "i-9: assignment model",
      "j-10: assignment EMBEDDING_MODEL",
      "k-11: property model",
      "l-12: property model",
    ]);
  });

  it("reads the bodies of functions in their language", () => {
    const candidates = assertMarked(
      sql,
      `CREATE FUNCTION pick(model text DEFAULT '«a-1»') RETURNS text AS $body$
DECLARE v_model text := '«b-2»';
BEGIN
  v_model = '«c-3»';
  IF v_model = 'gpt-4' THEN v_model := '«d-4»'; RETURN '«e-5»'; END IF;
  RAISE NOTICE 'gpt-4';
END;
$body$ LANGUAGE plpgsql;
CREATE FUNCTION py() RETURNS text LANGUAGE plpython3u AS $$
model = "«f-6»" # don't
$$;
DO $$ BEGIN PERFORM ask('«g-7»', $q$ don't 'gpt-4' $q$); END $$;
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: assignment model",
      "b-2: assignment v_model",
      "c-3: assignment v_model",
      "d-4: assignment v_model",
      "e-5: assignment pick",
      "f-6: assignment model",
      "g-7: argument ask 0",
    ]);
  });

  it("passes over prices, copied data, comments, messages and parts of texts", () => {
    assertMarked(
      sql,
      `/* 'gpt-4' */ # 'gpt-4'
// 'gpt-4'
INSERT INTO model_prices (model, unit) VALUES ('gpt-4', 'gpt-4');
INSERT INTO models (model_name, input_price) VALUES ('gpt-4', 0.1);
INSERT INTO providers (name, default_model, input_cost) VALUES ('openai', '«gpt-4o»', 0.1);
COPY t (model) FROM stdin;
it's 'gpt-4'
\\.
COMMENT ON COLUMN t.model IS 'gpt-4';
CREATE TABLE t (model text COMMENT 'gpt-4');
SELECT 'gpt-' || '4', 'gpt-4' || x, :'gpt-4', {{ var('gpt-4') }} {% set x = 'gpt-4' %} FROM "gpt-4";
SELECT '«a-1»';
`,
    );
  });
});
